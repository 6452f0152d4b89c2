/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import java.util.Map;
import java.util.Set;

/** The children that elements of XDF2 and XDF3 may have, and the codes of their code lists. */
final class Angaben {

    /** Texts that stand at most once and are kept. */
    static final Set<String> TEXTE = Set.of(
            "name",
            "bezeichnung",
            "bezeichnungEingabe",
            "bezeichnungAusgabe",
            "hilfetext",
            "hilfetextEingabe",
            "hilfetextAusgabe",
            "definition",
            "inhalt",
            "freitextRegel",
            "maxSize");

    /** Dates: empty ones are absent (real XDF2 has them). */
    static final Set<String> DATEN =
            Set.of("gueltigAb", "gueltigBis", "freigabedatum", "veroeffentlichungsdatum", "statusGesetztAm");

    /** What stands at most once and is not needed here. */
    static final Set<String> EINMAL_UEBERGANGEN = Set.of(
            "beschreibung",
            "fachlicherErsteller",
            "versionshinweis",
            "statusGesetztDurch",
            "letzteAenderung",
            "dokumentsteckbrief",
            "script",
            "skript",
            "codeKey",
            "nameKey",
            "helpKey",
            "hilfetextRegel");

    /** What may stand any number of times and is not needed here; relations are up to 97 % of a real file. */
    static final Set<String> UEBERGANGEN = Set.of("relation", "stichwort", "bezug");

    /** Coded children with the codes of their lists. */
    static final Map<String, Set<String>> CODES = Map.ofEntries(
            Map.entry("feldart", Set.of("input", "select", "label", "hidden", "locked")),
            Map.entry(
                    "datentyp",
                    Set.of(
                            "text",
                            "text_latin",
                            "date",
                            "time",
                            "datetime",
                            "bool",
                            "num",
                            "num_int",
                            "num_currency",
                            "file",
                            "obj")),
            Map.entry("schemaelementart", Set.of("ABS", "HAR", "RNG")),
            Map.entry("art", Set.of("X")),
            Map.entry("freigabestatus", Set.of("1", "2", "3", "4", "5", "6", "7", "8")),
            Map.entry("status", Set.of("inVorbereitung", "aktiv", "inaktiv")),
            Map.entry("vorbefuellung", Set.of("keine", "optional", "verpflichtend")),
            Map.entry("ableitungsmodifikationenStruktur", Set.of("0", "1", "2", "3")),
            Map.entry("ableitungsmodifikationenRepraesentation", Set.of("0", "1")),
            Map.entry("typ", Set.of("K", "M", "V", "B")));

    private Angaben() {}
}
