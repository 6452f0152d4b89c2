/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import static de.kommunalsdk.xdatenfelder.internal.Angabe.*;

import java.util.List;

/** What carries elements, and which of them the standard lets it have. */
enum Wirt {
    SCHEMA(
            List.of(HILFETEXT, ABLEITUNGSMODIFIKATIONEN_STRUKTUR, ABLEITUNGSMODIFIKATIONEN_REPRAESENTATION),
            List.of(
                    BEZEICHNUNG,
                    HILFETEXT,
                    ABLEITUNGSMODIFIKATIONEN_STRUKTUR,
                    ABLEITUNGSMODIFIKATIONEN_REPRAESENTATION,
                    DOKUMENTSTECKBRIEF),
            List.of(REGEL, STRUKTUR)),
    GRUPPE(
            List.of(SCHEMAELEMENTART, HILFETEXT_EINGABE, HILFETEXT_AUSGABE),
            List.of(
                    BEZEICHNUNG_EINGABE,
                    BEZEICHNUNG_AUSGABE,
                    SCHEMAELEMENTART,
                    HILFETEXT_EINGABE,
                    HILFETEXT_AUSGABE,
                    ART),
            List.of(REGEL, STRUKTUR)),
    FELD(
            List.of(SCHEMAELEMENTART, HILFETEXT_EINGABE, HILFETEXT_AUSGABE),
            List.of(
                    BEZEICHNUNG_EINGABE,
                    BEZEICHNUNG_AUSGABE,
                    SCHEMAELEMENTART,
                    HILFETEXT_EINGABE,
                    HILFETEXT_AUSGABE,
                    VORBEFUELLUNG,
                    WERTE,
                    CODE_KEY,
                    NAME_KEY,
                    HELP_KEY,
                    MAX_SIZE,
                    MEDIA_TYPE),
            List.of(FELDART, DATENTYP, PRAEZISIERUNG, INHALT, CODELISTE_REFERENZ, REGEL)),
    REGEL_SELBST(List.of(SCRIPT), List.of(), List.of()),
    /** Messages whose content is only skimmed. */
    FREMD(List.of(), List.of(), List.of());

    private static final List<Angabe> ALLGEMEIN_2 = List.of(
            IDENTIFIKATION,
            NAME,
            BEZEICHNUNG_EINGABE,
            BEZEICHNUNG_AUSGABE,
            BESCHREIBUNG,
            DEFINITION,
            BEZUG,
            STATUS,
            GUELTIG_AB,
            GUELTIG_BIS,
            FACHLICHER_ERSTELLER,
            VERSIONSHINWEIS,
            FREIGABEDATUM,
            VEROEFFENTLICHUNGSDATUM,
            RELATION);
    private static final List<Angabe> ALLGEMEIN_3 = List.of(
            IDENTIFIKATION,
            NAME,
            BESCHREIBUNG,
            DEFINITION,
            BEZUG,
            FREIGABESTATUS,
            STATUS_GESETZT_AM,
            STATUS_GESETZT_DURCH,
            GUELTIG_AB,
            GUELTIG_BIS,
            VERSIONSHINWEIS,
            VEROEFFENTLICHUNGSDATUM,
            LETZTE_AENDERUNG,
            RELATION,
            STICHWORT);
    private static final List<Angabe> REGEL_3 = List.of(
            IDENTIFIKATION,
            NAME,
            BESCHREIBUNG,
            FREITEXT_REGEL,
            BEZUG,
            STICHWORT,
            FACHLICHER_ERSTELLER,
            LETZTE_AENDERUNG,
            TYP,
            SKRIPT,
            RELATION);

    private final long eigene2;
    private final long eigene3;

    Wirt(List<Angabe> nur2, List<Angabe> nur3, List<Angabe> beide) {
        eigene2 = maske(nur2) | maske(beide);
        eigene3 = maske(nur3) | maske(beide);
    }

    private static long maske(List<Angabe> angaben) {
        long maske = 0;
        for (Angabe angabe : angaben) {
            maske |= 1L << angabe.ordinal();
        }
        return maske;
    }

    /** One bit for each of {@link Angabe} by its ordinal. */
    long erlaubt(boolean xdf2) {
        if (this == FREMD) {
            return ~0L;
        }
        if (xdf2) {
            return eigene2 | maske(ALLGEMEIN_2);
        }
        return eigene3 | maske(this == REGEL_SELBST ? REGEL_3 : ALLGEMEIN_3);
    }
}
