"""Encodings that a file declares, and those that its bytes are most likely in."""

from __future__ import annotations

import pytest

from refconv.io.encoding import decode
from refconv.io.guessed_encoding import declared_encoding

DECLARED = [
    ("% Encoding: ISO8859_2\n", "iso8859-2"),
    ("% A comment\n% Encoding: Cp1250\n", "cp1250"),
    ("\n% This file was made by hand\r\n\r\n%Encoding: koi8-r\r\n", "koi8-r"),
    ("% !TeX encoding = MacOSRoman\n", "mac-roman"),
    ("% !TEX encoding = IsoLatin9\n", "iso8859-15"),
    ("%% -*- mode: bibtex; coding: latin-1 -*-\n", "iso8859-1"),
    ("% -*-coding:euc-jp-*-\n", "euc_jp"),
    ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    # Declared by no name that is known, too late, or wrongly.
    ("% Encoding: nonsense\n", None),
    ("% Encoding: UTF-16\n", None),
    ("%\n" * 9 + "% Encoding: cp1250\n", None),
    ("@book{a, title = {Encoding: cp1250}}\n", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "encoding"), DECLARED)
def test_the_first_lines_may_declare_the_encoding(head: str, encoding: str | None) -> None:
    assert declared_encoding(head.encode("ascii")) == encoding


TEXTS = [
    ("cp1252", "Lehmann, Jürgen: Über die Größe der Dörfer. München"),
    ("cp1252", "Lefèvre, Hélène: L’été à Besançon – étude géographique"),
    ("cp1252", "Núñez, José: ¿Qué es? El año “perdido”"),
    ("cp1252", "Øst, Ærø"),
    ("cp1252", "Fran\xe7ois"),
    ("cp1250", "Łódź: Wydawnictwo Łódzkie, Żółkiewski, Stanisław"),
    ("cp1250", "Dvořák, Jiří: Příběh české literatury, šťastný"),
    ("cp1250", "Szabó Győző: Magyar nyelvű könyvek"),
    ("cp1250", "Novák, Šárka"),
    ("iso8859-2", "Stanisław Żółkiewski: śladami źródeł, Łódź"),
    ("cp1254", "Şahin, Gülşen: Türkçe dil bilgisi, ağaç"),
    ("cp1251", "Иванов И. И. Морфология реки. Москва"),
    ("koi8-r", "Иванов И. И. Морфология реки. Москва"),
    ("cp866", "Иванов И. И. Морфология реки. Москва"),
    ("cp1253", "Παπαδόπουλος, Γ. Η ιστορία της Αθήνας"),
    ("cp1255", "כהן, משה. תולדות הספר העברי"),
    ("cp1256", "محمد علي، تاريخ الكتاب العربي"),
    ("mac-roman", "Lehmann, Jürgen: Über die Größe der Dörfer"),
    ("mac-roman", "Lefèvre, Hélène: L’été à Besançon"),
    ("mac-roman", "São Paulo"),
    ("gb18030", "王小明. 河流的形态学研究[J]. 地理学报"),
    ("big5", "王小明. 河流形態學研究, 臺北"),
    ("cp932", "山田太郎「日本語の文法について」言語研究"),
    ("euc-jp", "山田太郎「日本語の文法について」言語研究"),
    ("cp949", "김철수, 한국어 문법 연구, 서울대학교 출판부"),
]


@pytest.mark.parametrize("around", ["{}", "@book{{a,\n  title = {{{}}},\n  year = {{1999}}\n}}\n"])
@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_the_likely_encoding_is_used(encoding: str, text: str, around: str) -> None:
    text = around.format(text)

    decoded, (found, *_) = decode(text.encode(encoding))

    assert decoded == text
    assert (found.reason, found.line) == ("guessed", 1 if around == "{}" else 2)
