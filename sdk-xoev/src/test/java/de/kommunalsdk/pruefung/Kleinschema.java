/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A small invented standard that has all the chain looks at: a code of each type, DIN texts, own patterns, a wildcard. */
public final class Kleinschema {

    static final String RAUM = "urn:example:klein:1";

    private static final String CODE =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0">
              <xs:complexType name="Code">
                <xs:sequence>
                  <xs:element name="code" type="xs:token"/>
                  <xs:element name="name" type="xs:normalizedString" minOccurs="0"/>
                </xs:sequence>
                <xs:attribute name="listURI" type="xs:anyURI"/>
                <xs:attribute name="listVersionID" type="xs:normalizedString"/>
              </xs:complexType>
            </xs:schema>
            """;

    /** With the shape of the official file, whose patterns are as slow as this one. */
    private static final String DIN =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
                targetNamespace="urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08">
              <xs:simpleType name="datatypeA">
                <xs:restriction base="xs:string"><xs:pattern value="(a|[b-z])*"/></xs:restriction>
              </xs:simpleType>
              <xs:simpleType name="datatypeC">
                <xs:restriction base="xs:string"><xs:pattern value='(a|[b-z])*'></xs:pattern></xs:restriction>
              </xs:simpleType>
            </xs:schema>
            """;

    private static final String KLEIN =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:k="urn:example:klein:1"
                xmlns:c="http://xoev.de/schemata/code/1_0" xmlns:d="urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08"
                targetNamespace="urn:example:klein:1" elementFormDefault="qualified" version="1.0">
              <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="http://example.org/weit/weg/code.xsd"/>
              <xs:import namespace="urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08"/>
              <xs:simpleType name="Farbe">
                <xs:restriction base="xs:token"><xs:enumeration value="rot"/><xs:enumeration value="gelb"/></xs:restriction>
              </xs:simpleType>
              <xs:complexType name="Code.Farbe">
                <xs:complexContent><xs:restriction base="c:Code">
                  <xs:sequence><xs:element name="code" type="k:Farbe" form="unqualified"/></xs:sequence>
                  <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:farbe"/>
                  <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/>
                </xs:restriction></xs:complexContent>
              </xs:complexType>
              <xs:complexType name="Code.Form">
                <xs:complexContent><xs:restriction base="c:Code">
                  <xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
                  <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:form"/>
                  <xs:attribute name="listVersionID" type="xs:normalizedString" use="required"/>
                </xs:restriction></xs:complexContent>
              </xs:complexType>
              <xs:complexType name="Text">
                <xs:simpleContent><xs:extension base="d:datatypeA"><xs:attribute name="von" type="d:datatypeA"/></xs:extension></xs:simpleContent>
              </xs:complexType>
              <xs:element name="klein">
                <xs:complexType>
                  <xs:choice minOccurs="0" maxOccurs="unbounded">
                    <xs:element name="farbe" type="k:Code.Farbe"/>
                    <xs:element name="form" type="k:Code.Form"/>
                    <xs:element name="frei" type="c:Code"/>
                    <xs:element name="name" type="d:datatypeA"/>
                    <xs:element name="text" type="d:datatypeC"/>
                    <xs:element name="lang" type="k:Text"/>
                    <xs:element name="wort" type="xs:string"/>
                    <xs:element name="zahl" type="xs:decimal"/>
                    <xs:element name="daten" type="xs:base64Binary"/>
                    <xs:element name="muster"><xs:simpleType>
                      <xs:restriction base="xs:string"><xs:pattern value="(a|b|ab)*"/></xs:restriction>
                    </xs:simpleType></xs:element>
                    <xs:element name="gruppe"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">
                      <xs:element ref="k:klein"/><xs:any namespace="##other" processContents="lax"/>
                    </xs:choice></xs:complexType></xs:element>
                  </xs:choice>
                  <xs:attribute name="version" type="xs:token" fixed="1.0"/>
                </xs:complexType>
              </xs:element>
            </xs:schema>
            """;

    private Kleinschema() {}

    static Map<String, byte[]> dateien() {
        Map<String, byte[]> dateien = new TreeMap<>();
        dateien.put("klein.xsd", bytes(KLEIN));
        dateien.put("code.xsd", bytes(CODE));
        dateien.put("din.xsd", bytes(DIN));
        return dateien;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Schemasatz satz() {
        return Schemasatz.aus(dateien(), Herkunft.UNBEKANNT);
    }

    static String nachricht(String inhalt) {
        return "<k:klein xmlns:k=\"" + RAUM + "\">" + inhalt + "</k:klein>";
    }
}
