"""How each class of the library is written as plain data, derived once from its fields.

A codec turns a value into the plain data of JSON and back, and knows its JSON Schema. What comes in is checked type by
type; the object is then built by the trusted builder, with the field's own converter run on every plain value and the
class's validators run on the whole.
"""

import datetime as dt
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from aidmodel._build import builder
from aidmodel._fields import a_or_an, made_of
from aidmodel.errors import InvalidValue, near
from aidmodel.io.forms import FORMS, Codec, Data, Schema, any_date, encode_plain, listed, same, word, wrong
from aidmodel.model.chain import ResultsChain, as_chain
from aidmodel.model.extras import Extras, Raw
from aidmodel.model.result import Node
from aidmodel.values.code import Code, Listed
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.text import Text

CLASS = "class"
"""The key that names the class of an object where its place leaves it open; no field can have this name."""


class Schemas:
    """The definitions that a JSON Schema refers to, collected as they are met."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def refer(self, cls: type, *, tagged: bool = False) -> Schema:
        """Give the reference to a class, and describe the class if that was not done yet; ``tagged``: with its name."""
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = _object_schema(cls, self, tagged=tagged)
        return {"$ref": f"#/$defs/{name}"}


def _listed_or_code(kind: type[Listed], convert: Callable[[Any], Any]) -> Codec:
    member, code = listed(kind, convert), codec_of(Code)

    def encode(value: Listed | Code) -> Data:
        return code.encode(value) if type(value) is Code else member.encode(value)

    def decode(value: Data) -> Any:
        return convert(code.decode(value)) if type(value) is dict else member.decode(value)

    return Codec(encode, decode, lambda schemas: {"anyOf": [member.schema(schemas), code.schema(schemas)]})


def _encode_extras(extras: Extras) -> Data:
    data = {name: encode_plain(value) for name, value in extras.pairs}
    if extras.raw:
        data["raw"] = [codec_of(Raw).encode(raw) for raw in extras.raw]
    return data


def _decode_extras(value: Data) -> Extras:
    if type(value) is not dict:
        raise wrong(value, "an object")
    try:
        raw = _items(codec_of(Raw)).decode(value.get("raw", []))
    except InvalidValue as error:
        raise error.under("raw") from None
    return Extras({name: item for name, item in value.items() if name != "raw"}, raw=raw)


def _extras_schema(schemas: Schemas) -> Schema:
    return {
        "type": "object",
        "properties": {"raw": {"type": "array", "items": codec_of(Raw).schema(schemas)}},
        "patternProperties": {"^[^:]+:.+": True},
        "additionalProperties": False,
    }


def _encode_chain(chain: ResultsChain) -> Data:
    encode = codec_of(Node).encode
    return [encode(node) for node in chain.nodes]


def _decode_chain(value: Data) -> ResultsChain:
    return as_chain(_items(codec_of(Node)).decode(value))


def _items(item: Codec) -> Codec:
    encode_item, decode_item = item.encode, item.decode

    def encode(values: tuple[Any, ...]) -> Data:
        return [encode_item(value) for value in values]

    def decode(value: Data) -> tuple[Any, ...]:
        if type(value) is not list:
            raise wrong(value, "a list")
        return made_of(value, decode_item)

    return Codec(encode, decode, lambda schemas: {"type": "array", "items": item.schema(schemas)})


def kinds_of(cls: type) -> tuple[type, ...]:
    """Give the classes that may stand where a class is wanted: itself if it is built, and those derived from it."""
    found: list[type] = [] if cls is Node or cls.__name__.startswith("_") else [cls]
    subs: list[type] = type.__subclasses__(cls)
    for sub in subs:
        ours = sub.__module__.startswith("aidmodel.")  # a file of somebody's own classes nobody else could read
        if ours and "__attrs_attrs__" in vars(
            sub
        ):  # neither a builder's twin nor what attrs made a class with slots of
            found.extend(kinds_of(sub))
    return tuple(found)


def _one_class(cls: type) -> Codec:
    make: Callable[..., Any] = builder(cls)
    fields = tuple(_field_codecs(cls))
    # The names come back out of the dict: those in the data are not the same objects as the names of make's arguments,
    # and Python would look for each by comparing it with all.
    decoders = {field.name: (field.name, codec.decode) for field, codec in fields}
    validators = [(field, field.validator) for field in attrs.fields(cls) if field.validator is not None]
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    find = decoders.get

    def decode(data: Data) -> Any:
        if type(data) is not dict:
            raise wrong(data, a_or_an(cls.__name__), "write an object")
        stated: dict[str, Any] = {}
        name = ""
        try:
            for name, value in data.items():
                known = find(name)
                if known is None:
                    raise _unknown(name, value, cls, decoders)
                field_name, decode_field = known
                stated[field_name] = decode_field(value)
        except InvalidValue as error:
            raise error.under(str(name)) from None
        for name in required:
            if name not in stated:
                raise InvalidValue(data, f"is missing from this {cls.__name__}", f'write "{name}"', name)
        thing = make(**stated)
        for field, validate in validators:
            validate(thing, field, getattr(thing, field.name))
        return thing

    return Codec(_encoder(fields), decode, lambda schemas: schemas.refer(cls))


def _encoder(fields: "Iterable[tuple[attrs.Attribute[Any], Codec]]") -> Callable[[Any], Data]:
    """Write and compile the function that gives what an object states: two lines for each field, and no loop."""
    names: dict[str, Any] = {}
    lines = ["data = {}"]
    for position, (field, codec) in enumerate(fields):
        default, coded = f"_default{position}", f"_encode{position}(value)"
        names[default], names[f"_encode{position}"] = field.default, codec.encode
        if field.default is None:
            stated = "value is not None"
        elif field.default == ():
            stated = "value"
        elif field.default == Text():
            stated = "value.entries"
        elif isinstance(field.default, Listed):  # says something, where the others say that nothing is stated
            stated = "True"
        else:
            stated = f"value is not {default} and value != {default}"
        lines.append(f"value = thing.{field.name}")
        lines.append(f"if {stated}: data[{field.name!r}] = {'value' if codec.encode is same else coded}")
    lines.append("return data")
    exec("def encode(thing):\n    " + "\n    ".join(lines), names)  # noqa: S102  the source is made of field names alone
    encode: Callable[[Any], Data] = names["encode"]
    return encode


def _unknown(name: str, value: Data, cls: type, known: dict[str, Any]) -> InvalidValue:
    alike = near(name, known) if isinstance(name, str) else ()
    return InvalidValue(
        value,
        f"is no field of {cls.__name__}",
        f"did you mean {' or '.join(map(repr, alike))}?" if alike else 'own fields stand under "extras"',
    )


def _field_codecs(cls: type) -> Iterator[tuple["attrs.Attribute[Any]", Codec]]:
    hints = typing.get_type_hints(cls)
    for field in attrs.fields(cls):
        convert: Any = field.converter or same
        yield field, _codec_for(hints[field.name], getattr(convert, "plain", convert))


def _tagged(classes: tuple[type, ...], plain_class: type | None) -> Codec:
    """The codec for one of several classes; ``plain_class`` is the one that goes without its name."""
    by_name = {cls.__name__: cls for cls in classes}
    codecs = {cls: _one_class(cls) for cls in classes}
    untagged = codecs[plain_class] if plain_class is not None else None

    def encode(thing: Any) -> Data:
        cls = type(thing)
        if cls not in codecs:
            raise InvalidValue(
                thing, "is of a class that is none of the model's", f"use {' or '.join(by_name)}, and extras"
            )
        data = codecs[cls].encode(thing)
        return data if cls is plain_class else {CLASS: cls.__name__, **data}

    def decode(data: Data) -> Any:
        if type(data) is not dict:
            raise wrong(data, " or ".join(by_name), "write an object")
        if CLASS not in data:
            if untagged is None:
                raise InvalidValue(data, f"must name its {CLASS}", f"one of {', '.join(by_name)}", CLASS)
            return untagged.decode(data)
        name = data[CLASS]
        cls = by_name.get(name) if type(name) is str else None
        if cls is None:
            raise InvalidValue(name, "is no class that may stand here", f"one of {', '.join(by_name)}", CLASS)
        return codecs[cls].decode({key: value for key, value in data.items() if key != CLASS})

    def schema(schemas: Schemas) -> Schema:
        return {
            "anyOf": [_with_tag(schemas.refer(cls, tagged=True), cls, optional=cls is plain_class) for cls in classes]
        }

    return Codec(encode, decode, schema)


def _with_tag(reference: dict[str, Data], cls: type, *, optional: bool) -> Schema:
    tag = {"type": "object", "properties": {CLASS: {"const": cls.__name__}}}
    return {"allOf": [reference, tag if optional else {**tag, "required": [CLASS]}]}


def _object_schema(cls: type, schemas: Schemas, *, tagged: bool) -> Schema:
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    properties: dict[str, Data] = {CLASS: {"const": cls.__name__}} if tagged else {}
    properties |= {field.name: codec.schema(schemas) for field, codec in _field_codecs(cls)}
    summary = (cls.__doc__ or "").strip().splitlines()
    return {
        "type": "object",
        "description": summary[0].strip() if summary else cls.__name__,
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


_BY_TYPE: dict[type, Callable[[Callable[[Any], Any]], Codec]] = FORMS | {
    Extras: lambda convert: Codec(_encode_extras, lambda data: convert(_decode_extras(data)), _extras_schema),
    ResultsChain: lambda _: Codec(
        _encode_chain, _decode_chain, lambda schemas: {"type": "array", "items": codec_of(Node).schema(schemas)}
    ),
}


def _codec_for(annotation: Any, convert: Callable[[Any], Any]) -> Codec:
    origin = typing.get_origin(annotation)
    if origin is tuple:
        inner, _ = typing.get_args(annotation)
        return _items(_codec_for(inner, lambda value: convert((value,))[0]))
    if origin is typing.Literal:
        return word(typing.get_args(annotation))
    if origin in (types.UnionType, typing.Union):
        return _codec_for_union(tuple(each for each in typing.get_args(annotation) if each is not type(None)), convert)
    if annotation in _BY_TYPE:
        return _BY_TYPE[annotation](convert)
    if isinstance(annotation, type) and issubclass(annotation, Listed):
        return listed(annotation, convert)
    return codec_of(annotation)


def _codec_for_union(members: tuple[Any, ...], convert: Callable[[Any], Any]) -> Codec:
    if len(members) == 1:
        return _codec_for(members[0], convert)
    if set(members) == {dt.date, PartialDate}:
        return any_date()
    if len(members) == 2 and members[1] is Code:
        return _listed_or_code(members[0], convert)
    return _tagged(tuple(cls for member in members for cls in kinds_of(member)), None)


_MADE: dict[type, Codec] = {}


def codec_of(cls: type) -> Codec:
    """Give the codec of a class; it is made when it is first asked for."""
    if cls not in _MADE:
        classes = kinds_of(cls)
        if cls in _BY_TYPE:
            _MADE[cls] = _BY_TYPE[cls](same)
        elif classes == (cls,):
            _MADE[cls] = _one_class(cls)
        else:
            _MADE[cls] = _tagged(classes, cls if cls in classes and not issubclass(cls, Node) else None)
    return _MADE[cls]
