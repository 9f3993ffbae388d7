"""The one way up: conveniences on low classes name their function here, and it is loaded when it is called."""


def html(thing: object) -> str:
    """Give the HTML that a notebook shows for a thing."""
    from aidmodel.show.html import html

    return html(thing)
