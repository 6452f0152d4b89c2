/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import java.nio.charset.StandardCharsets;

/** Invented code lists in genericode. */
final class Probelisten {

    static final String URN = "urn:de:beispiel:codeliste:farbe";
    static final String SCHLUESSEL =
            """
            <Key Id="k"><Annotation><AppInfo><x:recommendedKeyColumn/></AppInfo></Annotation><ColumnRef Ref="wert"/></Key>
            """;
    static final String SPALTEN =
            """
            <Column Id="wert" Use="required"><ShortName>Wert</ShortName><Data Type="string"/></Column>
            <Column Id="text" Use="optional"><ShortName>Text</ShortName><Data Type="string" Lang="de-DE"/></Column>
            """;

    private Probelisten() {}

    static String zeile(String code, String text) {
        return "<Row><Value ColumnRef=\"wert\"><SimpleValue>" + code + "</SimpleValue></Value>"
                + "<Value ColumnRef=\"text\"><SimpleValue>" + text + "</SimpleValue></Value></Row>\n";
    }

    static String liste(String version, String zeilen) {
        return liste(version, SPALTEN + SCHLUESSEL, zeilen);
    }

    static String liste(String version, String spaltensatz, String zeilen) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
                    xmlns:x="http://xoev.de/schemata/genericode/4">
                <Identification><ShortName>Farbe</ShortName><LongName>Farben</LongName><Version>%s</Version>
                <CanonicalUri>%s</CanonicalUri><CanonicalVersionUri>%s_%s</CanonicalVersionUri></Identification>
                <ColumnSet>
                %s</ColumnSet>
                <SimpleCodeList>
                %s</SimpleCodeList>
                </gc:CodeList>
                """
                .formatted(version, URN, URN, version, spaltensatz, zeilen);
    }

    static GenericodeErgebnis lies(String xml) {
        return GenericodeLeser.lies("probe.xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
