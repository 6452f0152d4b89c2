/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen.InRepraesentation;
import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen.InStruktur;
import de.kommunalsdk.xdatenfelder.Codiert;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeld.Vorbefuellung;
import de.kommunalsdk.xdatenfelder.Element.Schemaelementart;
import de.kommunalsdk.xdatenfelder.Metadaten.Freigabestatus;
import de.kommunalsdk.xdatenfelder.Metadaten.Status;
import de.kommunalsdk.xdatenfelder.Regel.Typ;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The children that elements of XDF2 and XDF3 may have. */
enum Angabe {
    RELATION("relation", Art.MEHRFACH),
    BEZUG("bezug", Art.MEHRFACH),
    STICHWORT("stichwort", Art.MEHRFACH),
    REGEL("regel", Art.MEHRFACH),
    STRUKTUR("struktur", Art.MEHRFACH),
    MEDIA_TYPE("mediaType", Art.MEHRFACH),

    IDENTIFIKATION("identifikation", Art.EIGEN),
    DOKUMENTSTECKBRIEF("dokumentsteckbrief", Art.EIGEN),
    WERTE("werte", Art.EIGEN),
    CODELISTE_REFERENZ("codelisteReferenz", Art.EIGEN),
    PRAEZISIERUNG("praezisierung", Art.EIGEN),

    NAME("name", Art.TEXT),
    BEZEICHNUNG("bezeichnung", Art.TEXT),
    BEZEICHNUNG_EINGABE("bezeichnungEingabe", Art.TEXT),
    BEZEICHNUNG_AUSGABE("bezeichnungAusgabe", Art.TEXT),
    BESCHREIBUNG("beschreibung", Art.TEXT),
    DEFINITION("definition", Art.TEXT),
    STATUS_GESETZT_DURCH("statusGesetztDurch", Art.TEXT),
    VERSIONSHINWEIS("versionshinweis", Art.TEXT),
    FACHLICHER_ERSTELLER("fachlicherErsteller", Art.TEXT),
    HILFETEXT("hilfetext", Art.TEXT),
    HILFETEXT_EINGABE("hilfetextEingabe", Art.TEXT),
    HILFETEXT_AUSGABE("hilfetextAusgabe", Art.TEXT),
    INHALT("inhalt", Art.TEXT),
    CODE_KEY("codeKey", Art.TEXT),
    NAME_KEY("nameKey", Art.TEXT),
    HELP_KEY("helpKey", Art.TEXT),
    MAX_SIZE("maxSize", Art.TEXT),
    FREITEXT_REGEL("freitextRegel", Art.TEXT),
    SCRIPT("script", Art.TEXT),
    SKRIPT("skript", Art.TEXT),

    GUELTIG_AB("gueltigAb", Art.DATUM),
    GUELTIG_BIS("gueltigBis", Art.DATUM),
    FREIGABEDATUM("freigabedatum", Art.DATUM),
    VEROEFFENTLICHUNGSDATUM("veroeffentlichungsdatum", Art.DATUM),
    STATUS_GESETZT_AM("statusGesetztAm", Art.DATUM),
    LETZTE_AENDERUNG("letzteAenderung", Art.DATUM),

    FREIGABESTATUS("freigabestatus", Freigabestatus.values()),
    STATUS("status", Status.values()),
    SCHEMAELEMENTART("schemaelementart", Schemaelementart.values()),
    ART("art", Gruppenart.values()),
    FELDART("feldart", Feldart.values()),
    DATENTYP("datentyp", Datentyp.values()),
    VORBEFUELLUNG("vorbefuellung", Vorbefuellung.values()),
    ABLEITUNGSMODIFIKATIONEN_STRUKTUR("ableitungsmodifikationenStruktur", InStruktur.values()),
    ABLEITUNGSMODIFIKATIONEN_REPRAESENTATION("ableitungsmodifikationenRepraesentation", InRepraesentation.values()),
    TYP("typ", Typ.values());

    /** How an element is read. */
    enum Art {
        MEHRFACH,
        EIGEN,
        TEXT,
        /** Empty ones are absent (real XDF2 has them). */
        DATUM,
        CODE
    }

    /** Code list datenfelder.gruppenart 1.0. */
    enum Gruppenart implements Codiert {
        X;

        @Override
        public String code() {
            return name();
        }
    }

    private static final Map<String, Angabe> NACH_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(a -> a.elementname, Function.identity()));

    final String elementname;
    final Art art;

    /** The values by their codes; none unless the element is coded. */
    final Map<String, ? extends Codiert> codes;

    Angabe(String elementname, Art art) {
        this.elementname = elementname;
        this.art = art;
        this.codes = Map.of();
    }

    Angabe(String elementname, Codiert[] werte) {
        this.elementname = elementname;
        this.art = Art.CODE;
        this.codes = Arrays.stream(werte).collect(Collectors.toUnmodifiableMap(Codiert::code, Function.identity()));
    }

    /** Null when the standard has no such element. */
    static @Nullable Angabe von(String elementname) {
        return NACH_NAME.get(elementname);
    }
}
