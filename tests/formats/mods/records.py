"""Records of MODS for the tests of the format."""

from __future__ import annotations

import refconv
from refconv import Reference

MODS = """\
<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="curie1898">
 <titleInfo><nonSort>The</nonSort><title>growth</title><subTitle>a note</subTitle></titleInfo>
 <titleInfo type="translated"><title>Das Wachstum</title></titleInfo>
 <name type="personal"><namePart type="given">Marie</namePart>
  <namePart type="family">Curie</namePart>
  <nameIdentifier type="orcid">https://orcid.org/0000-0002-1825-0097</nameIdentifier>
  <role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
 <name type="corporate"><namePart>Academy of Sciences</namePart>
  <role><roleTerm type="text">author</roleTerm></role></name>
 <name type="personal"><namePart>Roe, Richard</namePart>
  <role><roleTerm>thesis advisor</roleTerm></role></name>
 <genre authority="marcgt">journal article</genre>
 <originInfo><dateIssued>1898</dateIssued></originInfo>
 <language><languageTerm type="text">French</languageTerm>
  <languageTerm type="code" authority="iso639-2b">fre</languageTerm></language>
 <abstract>Two
   lines.</abstract>
 <subject><topic>Radium</topic><geographic>Paris</geographic></subject>
 <relatedItem type="host">
  <titleInfo><title>Comptes rendus</title></titleInfo>
  <titleInfo type="abbreviated"><title>C. R.</title></titleInfo>
  <identifier type="issn">0001-4036</identifier>
  <part><detail type="volume"><number>126</number></detail>
   <detail type="issue"><number>3</number></detail>
   <extent unit="page"><start>1101</start><end>1103</end></extent>
   <date>1898-07-18</date></part>
 </relatedItem>
 <identifier type="doi">https://doi.org/10.1000/rays</identifier>
 <location><url dateLastAccessed="2024-06-01">https://example.org/</url></location>
 <recordInfo><recordIdentifier>42</recordIdentifier></recordInfo>
</mods>
</modsCollection>
"""
HOST = "<relatedItem type='host'><titleInfo><title>H</title></titleInfo>{}</relatedItem>"


def one(content: str) -> Reference:
    (reference,) = refconv.read(f"<mods>{content}</mods>", "mods").references
    return reference
