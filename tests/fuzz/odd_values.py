"""What no file should hold, and some do: odd numbers, dates, words, marks, declarations."""

# fmt: off
NUMBERS = (
    *("1e5", "1E-3", "1e+", "1e400", "1e999999999", "-1e-999999999", "+5", "-0", "0.0", "  12 ", "1,000", "1 000"),
    *("12,5 %", "n/a", "NaN", "-Infinity", "sNaN", "٣", "１２", "1_000", "0x10", "9" * 400, f"0.{'0' * 300}1", ".5", "5."),
    *("1\u00a0000", "−5", "½", "²", "--1", "007", "1.50", "1e5", "\u00a012\u00a0", "12\n", "100 EUR", "1.2.3", "+", "-", "."),
)
DATES = (
    *("2020-01-01Z", "2020-01-01+02:00", "2020-01-01-14:00", "2020-02-30", "0000-01-01", "9999-12-31", "20200101"),
    *("2020-W01-1", "2020", "2020-01", "01/02/2020", "2020-01-01T00:00:00", "2020-01-01T00:00:00.000Z", "2020-1-1"),
    *("2020-01-01T23:59:60", "2020-01-01T24:00:00", "10000-01-01", "-0001-01-01", "２０２０-01-01", "2020-01-01 10:00"),
    *("2020-01-01T10:00:00.1234567Z", "2020-01-01T10:00:00+25:00", "0001-01-01T00:00:00+14:00", " 2020-01-01 "),
    *("9999-12-31T23:59:59-14:00", "2020-01-01T10:00", "2020-13-01", "n/a", "2020-01-01T10:00:00,5", "1e5"),
    *("2020-01-01T10:00:00.5+00:00", "2020-01-01T10:00:00-00:00", "2020-01-01T10:00:00z", "2020-02-29", "2019-02-29"),
)
WORDS = (
    *("", " ", "\u00a0", "\n\t", "0", "1", "true", "FALSE", "yes", " 1 ", "EN", "eng", "en_US", " fr ", "eur", "EURO", "XXX"),
    *("€", "a b", "a:b", "<", "&", "]]>", "\"'", "\u2028", "\u0085", "\ufeff", "\U0001f600", "e\u0301", "x" * 5000),
    *("{http://example.org}x", "[0]", "a.b[1]", "%s {0}", "-", "9", "99", "2", "13.5 -88.2", "13.5,-88.2", "91 181"),
    *("#text", "@code", "narrative", "None", "--", "\r", "a\rb", "\u200b", "\x7f", "\x85x", "\ufffd", "USD", "10 1e2"),
    *("1 2 3", "+1 -0", "1. .5", "ratio", "Funding", "implementing", "planned", "Start", "1-2", "is_ref"),
)
ODD = (*NUMBERS, *DATES, *WORDS)
VERSIONS = ("2.01", "2.02", "2.03", "1.0", "1.00", "1.01", "1.03", "1.04", "1.05", "1", "2", "", " 2.03 ", "2.04", "x", "3.0")
FOREIGN = "{http://example.org/ns}"
MARKUP = (
    *("<!-- a -- comment -->", "<!--c-->", "<?pi some words?>", "<![CDATA[<a&b>]]>", "<![CDATA[]]>", "&nbsp;", "&#0;"),
    *("&#13;", "&#x10FFFF;", "&#xD800;", "&#160;", "&lt;", "&", "<", ">", "]]>", '<!DOCTYPE a [<!ENTITY b "c">]>', "&b;"),
    *("<a>", "</a>", "<a/>", "<ns9:a/>", "<a xmlns='http://example.org/'/>", "<a xmlns:b='urn:b' b:c='d'/>", "<ns0:a xmlns:ns0='urn:c'/>", "<?xml version='1.0'?>"),
    *("<!DOCTYPE iati-activities>", "<!ELEMENT a ANY>", "<iati-activities>", "</iati-activities>", "</iati-activity>"),
    *("<iati-activity>", "<narrative>", "</narrative>", "<iati-activity/>", "\ufeff", "\u2028", "<xml:a/>", "<a xml:space='x'/>"),
)
DECLARED = (
    *("xmlns:ns1='urn:b' ns1:x='1'", "xmlns:ns0='urn:c' ns0:x='1'", "xmlns:q='urn:d' q:x='&#10;2'", "xmlns='urn:e'", "xmlns=''"),
    *("xml:space='preserve'", "xml:id='a'", "xmlns:ns2='http://example.org/ns' ns2:a='1'", "a='1' a='2'", "xml:lang=''"),
)
ENCODINGS = ("UTF-8", "utf-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "us-ascii", "UTF-32", "utf-7", "EBCDIC-CP-US", "koi8-r", "none")
SCRAPS = (
    *(b"\0", b"\x01", b"\x1b", b"\x7f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xfe\xff"),
    *(b"\xef\xbf\xbf", b"\xc2\x85", b"\x80", b"\xc0\xaf", b"\r", b"\r\n", b"\x0c"),
)
"""Bytes that no XML holds, or nearly none."""
