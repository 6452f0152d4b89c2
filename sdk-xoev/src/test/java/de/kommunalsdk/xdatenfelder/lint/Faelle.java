/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static de.kommunalsdk.xdatenfelder.lint.Bau.auswahl;
import static de.kommunalsdk.xdatenfelder.lint.Bau.feld;
import static de.kommunalsdk.xdatenfelder.lint.Bau.gruppe;
import static de.kommunalsdk.xdatenfelder.lint.Bau.regel;
import static de.kommunalsdk.xdatenfelder.lint.Bau.schema;
import static de.kommunalsdk.xdatenfelder.lint.Bau.steckbrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** For each number one message that must have it, and its neighbour that must not. */
final class Faelle {

    static final List<Fall> ALLE = new ArrayList<>();

    private static final String URN = "urn:de:muster:codeliste:farbe";
    private static final String UNBEZOGEN = "";

    static {
        kennungenUndTexte();
        schluesselwerte();
        handlungsgrundlagen();
        struktur();
        verwendung();
        feldtypen();
        wertgrenzen();
        inhalte();
        listen();
        regelnUndRelationen();
        steckbriefe();
        freigaben();
    }

    private Faelle() {}

    /**
     * @param schlecht has the number, and beside it only those that the fault brings with it
     * @param gut does not have it
     */
    record Fall(int nummer, Bau schlecht, Set<Integer> dazu, Bau gut) {

        Set<Integer> erwartet() {
            Set<Integer> erwartet = new TreeSet<>(dazu);
            erwartet.add(nummer);
            return erwartet;
        }

        @Override
        public String toString() {
            return String.valueOf(nummer);
        }
    }

    private static void fall(int nummer, Bau schlecht, Bau gut, Integer... dazu) {
        ALLE.add(new Fall(nummer, schlecht, Set.of(dazu), gut));
    }

    private static void feldfall(int nummer, Bau schlecht, Bau gut, Integer... dazu) {
        fall(nummer, schema(schlecht), schema(gut), dazu);
    }

    private static Bau gutes() {
        return schema(feld("001"), gruppe("001", feld("002"), feld("003")));
    }

    private static Bau label() {
        return feld("007").code("feldart", "label").ohne("praezisierung").text("inhalt", "Hinweis");
    }

    private static Bau anlage() {
        return feld("006").code("datentyp", "file").ohne("praezisierung");
    }

    private static Bau ohneVersion(Bau bau, String id) {
        return bau.id(id, "");
    }

    private static void kennungenUndTexte() {
        feldfall(1002, feld("001").text("name", " "), feld("001"));
        fall(1003, schema(feld("001"), feld("001").id("F05000000001", "2.0.0")), gutes());
        feldfall(1009, feld("001").ohne("bezeichnungEingabe"), feld("001"));
        feldfall(1010, feld("001").text("bezeichnungAusgabe", ""), feld("001"));
        feldfall(1038, feld("001").roh("identifikation", "<x:identifikation/>"), feld("001"), 1135);
        feldfall(1039, feld("001").id("F05000001", "1.0.0"), feld("001"));
        fall(1050, gutes().text("bezeichnung", ""), gutes());
        fall(1098, gutes().text("hilfetext", "Bezeichnung"), gutes().text("hilfetext", "Mehr"));
        feldfall(
                1098,
                feld("001").text("hilfetextAusgabe", "Ausgabe"),
                feld("001").text("hilfetextAusgabe", "Eingabe"));
        feldfall(
                1099,
                auswahl().werte("1", "eins", "eins", "2", "zwei", ""),
                auswahl().werte("1", "a", "b", "2", "c", "d"));
        fall(
                1134,
                ohneVersion(gutes(), "S05000000001"),
                ohneVersion(schema(feld("001").id("F60000000009", "1.0.0")), "S05000000001"));
        fall(1135, schema(ohneVersion(feld("001"), "F05000000001")), gutes());
        feldfall(1136, feld("001").text("name", "a".repeat(256)), feld("001").text("name", "ä".repeat(255)));
        feldfall(
                1137,
                feld("001").auch("<x:stichwort uri='" + "a".repeat(256) + "'>a</x:stichwort>"),
                feld("001").auch("<x:stichwort uri='" + "a".repeat(255) + "'>a</x:stichwort>"));
        feldfall(1131, feld("001").text("name", "Name 😀"), feld("001").text("name", "Ǧ ẞ € § M̂"));
    }

    private static void schluesselwerte() {
        feldfall(1027, feld("001").code("feldart", "Eingabe"), feld("001").code("feldart", "locked"));
        feldfall(1028, feld("001").ohne("datentyp"), feld("001").code("datentyp", "text_latin"));
        feldfall(1030, feld("001").code("vorbefuellung", "ja"), feld("001").code("vorbefuellung", "optional"));
        feldfall(1031, feld("001").ohne("schemaelementart"), feld("001"));
        feldfall(1032, feld("001").code("freigabestatus", "9"), feld("001").code("freigabestatus", "8"));
        fall(1033, gutes().code("ableitungsmodifikationenStruktur", "4"), gutes());
        fall(1034, gutes().ohne("ableitungsmodifikationenRepraesentation"), gutes());
        fall(
                1042,
                schema(gruppe("001", feld("001"), feld("002")).code("art", "Y")),
                schema(gruppe("001")
                        .nutzt("0:1", feld("001"))
                        .nutzt("0:1", feld("002"))
                        .code("art", "X")));
    }

    private static void handlungsgrundlagen() {
        feldfall(1006, feld("001").ohne("bezug"), feld("001").ohne("bezug").code("schemaelementart", "HAR"));
        fall(1051, gutes().text("bezug", " "), gutes());
        feldfall(
                1101,
                feld("001").ohne("bezug").code("schemaelementart", "HAR"),
                feld("001").ohne("bezug"));
        fall(
                1022,
                schema(gruppe("001", feld("001"))
                        .nutzt("1:1", UNBEZOGEN, feld("002").code("schemaelementart", "HAR"))),
                schema(gruppe("001", feld("001"))
                        .code("schemaelementart", "HAR")
                        .nutzt("1:1", UNBEZOGEN, feld("002").code("schemaelementart", "HAR"))));
        feldfall(
                1132,
                feld("001").text("bezug", "§ 1 und § 2 Mustergesetz"),
                feld("001").text("bezug", "§ 1 Abs. 2"));
        feldfall(
                1133,
                feld("001").roh("bezug", "<x:bezug link='www.example.org'>§ 1</x:bezug>"),
                feld("001").roh("bezug", "<x:bezug link='https://www.example.org/1.html#a'>§ 1</x:bezug>"));
    }

    private static void struktur() {
        fall(1004, schema(gruppe("001", feld("001"), feld("001"))), gutes());
        fall(
                1025,
                schema(feld("001"), feld("001")),
                schema(feld("001"), feld("001").id("F05000000001", "2.0.0")));
        fall(1013, schema(gruppe("001", feld("001"), feld("002")).code("schemaelementart", "ABS")), gutes());
        fall(1014, schema(feld("001").code("schemaelementart", "ABS")), gutes(), 1013);
        fall(1023, schema(gruppe("001")), gutes());
        fall(1078, schema(), gutes());
        fall(
                1043,
                schema(gruppe("001").nutzt("0:1", feld("001")).code("art", "X")),
                schema(gruppe("001", feld("001"))));
        fall(1106, schema(gruppe("001", feld("001"))), gutes());
        fall(1094, schema(feld("001"), feld("002").id("F60000000001", "1.0.0")), gutes());
        fall(1095, schema(feld("002").id("F60000000001", "1.0.0")), gutes());
        fall(
                1026,
                schema(gruppe("001", feld("001"), gruppe("002", feld("002"), gruppe("001", feld("001"), feld("003"))))),
                schema(gruppe("001", feld("001"), feld("002")), gruppe("001", feld("001"), feld("002"))));
    }

    private static void verwendung() {
        fall(1021, schema().nutzt("0:0", feld("001")), gutes());
        fall(1021, schema().nutzt("", feld("001")), gutes());
        fall(1046, schema().nutzt("x:y", feld("001")), gutes());
        fall(1047, schema().nutzt("5:2", feld("001")), schema().nutzt("2:2", feld("001")));
        fall(
                1118,
                schema(gruppe("001", feld("001")).nutzt("0:1", feld("002")).code("art", "X")),
                schema(gruppe("001", feld("001")).nutzt("0:1", feld("002"))));
        fall(1139, schema().nutzt("1:5", anlage()), schema().nutzt("1:*", anlage()));
        fall(
                1116,
                schema(feld("001").code("freigabestatus", "7").text("statusGesetztAm", "2026-01-01")),
                schema(feld("001").code("freigabestatus", "6").text("statusGesetztAm", "2026-01-01")));
    }

    private static void feldtypen() {
        feldfall(1011, auswahl().code("datentyp", "text_latin"), auswahl());
        feldfall(1012, label().grenzen("maxLength='9'"), label().grenzen("pattern='a'"));
        feldfall(1015, feld("bool", "minLength='1'"), feld("bool", ""));
        feldfall(1016, feld("bool", "maxValue='1'"), feld("num", "maxValue='1'"));
        feldfall(1056, feld("001").text("maxSize", "10"), anlage().text("maxSize", "10"));
        feldfall(1057, feld("001").text("mediaType", "image/png"), anlage().text("mediaType", "image/png"));
        feldfall(1090, label().code("datentyp", "bool"), label().code("datentyp", "obj"), 1077);
        feldfall(1100, feld("obj", "").text("inhalt", "a"), feld("obj", ""));
        feldfall(1109, label().ohne("inhalt"), label());
        feldfall(1120, feld("obj", "pattern='a'"), feld("text", "minLength='1' maxLength='2' pattern='a'"));
        feldfall(1102, feld("text", "maxLength='5'"), feld("text", "").code("feldart", "locked"));
        feldfall(1103, feld("date", ""), feld("date", "minValue='2026-01-01'"));
    }

    private static void wertgrenzen() {
        feldfall(1059, feld("text", "minLength='-1' maxLength='5'"), feld("text", "minLength='0' maxLength='5'"));
        feldfall(1060, feld("text", "minLength='0' maxLength='0'"), feld("text", "minLength='0' maxLength='1'"));
        feldfall(1061, feld("text", "minLength='6' maxLength='5'"), feld("text", "minLength='5' maxLength='5'"));
        feldfall(1062, feld("num", "minValue='1,5'"), feld("num", "minValue='-1.5e3'"));
        feldfall(1063, feld("num_currency", "maxValue='viel'"), feld("num_currency", "maxValue='.5'"));
        feldfall(1064, feld("num_int", "minValue='2' maxValue='1'"), feld("num_int", "minValue='2' maxValue='2'"));
        feldfall(
                1064,
                feld("date", "minValue='2026-01-02' maxValue='2026-01-01'"),
                feld("date", "minValue='2026-01-01' maxValue='2026-01-01'"));
        feldfall(1065, feld("num_int", "minValue='1.0'"), feld("num_int", "minValue='+1'"));
        feldfall(1066, feld("num_int", "maxValue='1.0'"), feld("num_int", "maxValue='99999999999999999999'"));
        feldfall(1067, feld("date", "minValue='2026-02-30'"), feld("date", "minValue='2024-02-29'"));
        feldfall(1068, feld("date", "maxValue='31.12.2026'"), feld("date", "maxValue='2026-12-31'"));
        feldfall(1079, feld("datetime", "minValue='2026-01-01'"), feld("datetime", "minValue='2026-01-01T00:00:00Z'"));
        feldfall(1080, feld("datetime", "maxValue='jetzt'"), feld("datetime", "maxValue='2026-01-01T00:00:00.5'"));
        feldfall(1081, feld("time", "minValue='8:00'"), feld("time", "minValue='08:00:00'"));
        feldfall(1082, feld("time", "maxValue='25:00:00'"), feld("time", "maxValue='23:59:59'"));
    }

    private static void inhalte() {
        feldfall(
                1069,
                feld("num", "minValue='1'").text("inhalt", "x"),
                feld("num", "minValue='1'").text("inhalt", "1.5"));
        feldfall(
                1070,
                feld("num_int", "minValue='1'").text("inhalt", "1.5"),
                feld("num_int", "minValue='1'").text("inhalt", "1"));
        feldfall(
                1071,
                feld("date", "minValue='2026-01-01'").text("inhalt", "heute"),
                feld("date", "minValue='2026-01-01'").text("inhalt", "2026-01-01"));
        feldfall(
                1072,
                feld("time", "minValue='08:00:00'").text("inhalt", "07:59:59"),
                feld("time", "minValue='08:00:00'").text("inhalt", "08:00:00"));
        feldfall(
                1073,
                feld("num", "maxValue='1.5'").text("inhalt", "1.51"),
                feld("num", "maxValue='1.5'").text("inhalt", "1.50"));
        feldfall(
                1074,
                feld("text", "minLength='2' maxLength='3'").text("inhalt", "a"),
                feld("text", "minLength='2' maxLength='3'").text("inhalt", "ab"));
        feldfall(
                1075,
                feld("text", "minLength='1' maxLength='3'").text("inhalt", "abcd"),
                feld("text", "minLength='1' maxLength='3'").text("inhalt", "abc"));
        feldfall(1077, feld("bool", "").text("inhalt", "ja"), feld("bool", "").text("inhalt", "true"));
        feldfall(
                1083,
                feld("datetime", "").text("inhalt", "2026-01-01"),
                feld("datetime", "").text("inhalt", "2026-01-01T10:00:00"));
        feldfall(
                1084,
                feld("time", "").text("inhalt", "10 Uhr"),
                feld("time", "").text("inhalt", "10:00:00"));
        feldfall(1085, auswahl().text("inhalt", "3"), auswahl().text("inhalt", "2"));
    }

    private static void listen() {
        feldfall(1017, feld("001").werte("1", "eins", "", "2", "zwei", ""), auswahl());
        feldfall(1018, auswahl().ohne("werte"), auswahl());
        feldfall(
                1018,
                auswahl().codeliste(URN, "2026-01-01").werte("1", "eins", "", "2", "zwei", ""),
                auswahl().codeliste(URN, "2026-01-01"));
        feldfall(1044, auswahl().werte("1", "eins", ""), auswahl());
        feldfall(1045, auswahl().werte("1", "eins", "", "1", "zwei", ""), auswahl());
        feldfall(1093, auswahl().werte("1", "eins", "", "2", "eins", ""), auswahl());
        feldfall(
                1058,
                auswahl().text("nameKey", "Name"),
                auswahl().codeliste(URN, "").text("nameKey", "Name"));
        feldfall(1040, auswahl().codeliste("", "2026-01-01"), auswahl().codeliste(URN, "2026-01-01"));
        feldfall(1005, auswahl().codeliste("C60000001", ""), auswahl().codeliste(URN, ""));
        feldfall(
                1048,
                auswahl().codeliste("urn:de:muster:größe", ""),
                auswahl().codeliste("urn:de:muster:gr%C3%B6", ""));
        fall(
                1037,
                schema(
                        auswahl().codeliste(URN, "2026-01-01"),
                        auswahl().id("F05000000002", "1.0.0").codeliste(URN, "2026-02-01")),
                schema(
                        auswahl().codeliste(URN, "2026-01-01"),
                        auswahl().id("F05000000002", "1.0.0").codeliste(URN, "2026-01-01")));
        feldfall(1105, auswahl().codeliste(URN, "14"), auswahl().codeliste(URN, "2018-03-01"));
    }

    private static void regelnUndRelationen() {
        fall(
                1001,
                schema(feld("001"), gruppe("001", feld("002"), feld("003")).mit(regel("F05000000001 ist gefüllt."))),
                schema(feld("001"), gruppe("001", feld("002"), feld("003")).mit(regel("F05000000002 ist gefüllt."))));
        fall(1019, gutes().mit(regel("F05000000001V1.0 ist gefüllt.")), gutes().mit(regel("F05000000001 V")));
        fall(1024, gutes().mit(regel("")), gutes().mit(regel("Freitext")));
        fall(1041, gutes().mit(regel("Wenn F05000001")), gutes().mit(regel("Wenn F05000000001")));
        feldfall(1029, feld("001").relation("XYZ", "F05000000002"), feld("001").relation("ABL", "G05000000002"));
        feldfall(1087, feld("001").relation("ABL", "S05000000002"), feld("001").relation("ERS", "F05000000002"));
        fall(1088, gutes().relation("VKN", "S05000000002"), gutes().relation("EQU", "S05000000002"));
        feldfall(1091, feld("001").relation("ABL", ""), feld("001").relation("ABL", "F05000000002"));
    }

    private static void steckbriefe() {
        String zuordnung = "dokumentsteckbrief";
        String standard = "<x:dokumentsteckbrief><x:id>D99000000001</x:id></x:dokumentsteckbrief>";
        fall(1007, gutes().ohne(zuordnung), gutes());
        fall(1096, gutes().roh(zuordnung, standard), gutes());
        fall(
                1097,
                gutes().roh(zuordnung, standard).code("freigabestatus", "4").text("statusGesetztAm", "2026-01-01"),
                gutes().roh(zuordnung, standard));
        fall(1124, gutes().roh(zuordnung, standard.replace("D99", "D05")), gutes());
        fall(1049, steckbrief().ohne("definition"), steckbrief());
        fall(1052, steckbrief().ohne("bezug"), abstrakter().ohne("bezug"));
        fall(1053, steckbrief().relation("VKN", "D99000000003"), steckbrief().relation("ABL", "D99000000003"));
        fall(1054, steckbrief().text("istAbstrakt", "true").relation("VKN", "D99000000003"), abstrakter());
        fall(1055, steckbrief().code("dokumentart", "015"), steckbrief().code("dokumentart", "999"));
        fall(1092, steckbrief().text("istAbstrakt", "nein"), steckbrief());
        fall(1107, steckbrief().ohne("hilfetext"), steckbrief());
        fall(1144, steckbrief().code("freigabestatus", "6"), steckbrief().code("freigabestatus", "1"));
    }

    private static Bau abstrakter() {
        return steckbrief()
                .text("istAbstrakt", "true")
                .relation("VKN", "D99000000003")
                .relation("VKN", "D99000000004");
    }

    private static void freigaben() {
        String amBaustein = "FIM-Baustein Datenfelder";
        String am = "veroeffentlichungsdatum";
        feldfall(1117, feld("001").ohne("statusGesetztDurch"), feld("001"));
        feldfall(
                1140,
                feld("001").text("statusGesetztDurch", amBaustein),
                feld("001").text("statusGesetztDurch", amBaustein).id("F60000000009", "1.0.0"));
        fall(1141, gutes().text("statusGesetztDurch", "FIM Baustein Datenfelder"), gutes());
        feldfall(
                1142,
                feld("001").code("freigabestatus", "3"),
                feld("001").code("freigabestatus", "3").text("statusGesetztAm", "2026-01-01"));
        fall(1143, gutes().code("freigabestatus", "7"), gutes().code("freigabestatus", "2"));
        fall(
                1127,
                schema(entwurf()).text(am, "2026-01-01"),
                schema(entwurf().text(am, "2026-01-01")).text(am, "2026-01-01"));
        fall(1129, schema(feld("001").text(am, "2026-01-01")).text(am, "2026-01-01"), schema(feld("001")));
        fall(
                1128,
                gruppe("001", entwurf(), entwurf().id("F05000000002", "1.0.0")).text(am, "2026-01-01"),
                gruppe("001", entwurf(), feld("002")));
        fall(
                1130,
                gruppe("001", feld("001").text(am, "2026-01-01"), feld("002").text(am, "2026-01-01"))
                        .text(am, "2026-01-01"),
                gruppe("001", feld("001"), feld("002")));
    }

    private static Bau entwurf() {
        return feld("001").code("freigabestatus", "3").text("statusGesetztAm", "2026-01-01");
    }
}
