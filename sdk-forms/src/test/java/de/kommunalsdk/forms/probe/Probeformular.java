/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import static de.kommunalsdk.forms.probe.Probeschema.auswahlgruppe;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.time.LocalDate;
import java.util.List;

/** A form with every kind of field and group on five pages, and the places of its fields. */
public final class Probeformular {

    public static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);

    public static final String NAME = "G05999000911.F05999000911";
    public static final String GEBOREN = "G05999000911.F05999000912";
    public static final String EMAIL = "G05999000911.F05999000913";
    public static final String PLZ = "G05999000911.F05999000914";

    public static final String GANZZAHL = "G05999000912.F05999000921";
    public static final String ZAHL = "G05999000912.F05999000922";
    public static final String GELD = "G05999000912.F05999000923";
    public static final String BEGINN = "G05999000912.F05999000924";
    public static final String UHRZEIT = "G05999000912.F05999000925";
    public static final String ZEITPUNKT = "G05999000912.F05999000926";
    public static final String JA_NEIN = "G05999000912.F05999000927";
    public static final String RADIO = "G05999000912.F05999000928";
    public static final String AUSWAHL = "G05999000912.F05999000929";
    public static final String TEXT = "G05999000912.F05999000930";
    public static final String FEST = "G05999000912.F05999000931";
    public static final String VERBORGEN = "G05999000912.F05999000932";

    public static final String KIND = "G05999000913";
    public static final String VORNAME = "F05999000941";
    public static final String KLASSE = "F05999000942";
    public static final String SCHULE = "G05999000914";
    public static final String SCHULNAME = "F05999000943";
    public static final String ZEUGNIS = "F05999000944";

    public static final String TELEFON = "F05999000951";
    public static final String NACHWEIS = "F05999000952";

    public static final String WAHL = "G05999000915";
    public static final String WAHLFELD = "G05999000915.F05999000961";
    public static final String WAHLGRUPPE = "G05999000915.G05999000916.F05999000962";

    private static final String SCHEMA = Probeschema.schema(
            gruppe(
                    "1:1",
                    "G05999000911",
                    "Person",
                    feld("1:1", "F05999000911", "Name", "text").grenzen("minLength='2' maxLength='40'"),
                    feld("1:1", "F05999000912", "Geburtsdatum", "date"),
                    feld("0:1", "F05999000913", "E-Mail", "text").grenzen("maxLength='254'"),
                    feld("0:1", "F05999000914", "Postleitzahl", "text").grenzen("pattern='^[0-9]{5}$'")),
            gruppe(
                    "1:1",
                    "G05999000912",
                    "Angaben",
                    feld("0:1", "F05999000921", "Anzahl", "num_int").grenzen("minValue='1' maxValue='10000'"),
                    feld("0:1", "F05999000922", "Fläche", "num").grenzen("minValue='0.5' maxValue='1234567.5'"),
                    feld("0:1", "F05999000923", "Betrag", "num_currency"),
                    feld("0:1", "F05999000924", "Beginn", "date")
                            .grenzen("minValue='2026-01-01' maxValue='2026-12-31'"),
                    feld("0:1", "F05999000925", "Uhrzeit", "time"),
                    feld("0:1", "F05999000926", "Zeitpunkt", "datetime"),
                    feld("1:1", "F05999000927", "Zustimmung", "bool"),
                    feld("1:1", "F05999000928", "Art", "text").werte("A", "B"),
                    feld("0:1", "F05999000929", "Land", "text").werte("1", "2", "3", "4", "5", "6", "7", "8"),
                    feld("0:1", "F05999000930", "Bemerkung", "text").grenzen("maxLength='6000'"),
                    feld("1:1", "F05999000931", "Fest", "text").art("locked", "fester Wert"),
                    feld("1:1", "F05999000932", "Verborgen", "text").art("hidden", "verborgener Wert")),
            gruppe(
                    "0:3",
                    KIND,
                    "Kind",
                    feld("1:1", VORNAME, "Vorname", "text"),
                    feld("0:1", KLASSE, "Klasse", "num_int"),
                    gruppe(
                            "0:*",
                            SCHULE,
                            "Schule",
                            feld("1:1", SCHULNAME, "Schulname", "text"),
                            feld("0:2", ZEUGNIS, "Zeugnis", "file"))),
            feld("0:12", TELEFON, "Telefon", "text"),
            feld("0:2", NACHWEIS, "Nachweis", "file"),
            auswahlgruppe(
                    "0:1",
                    WAHL,
                    "Wahl",
                    feld("0:1", "F05999000961", "Aktenzeichen", "text"),
                    gruppe(
                            "0:1",
                            "G05999000916",
                            "Neu",
                            feld("1:1", "F05999000962", "Anlass", "text"),
                            feld("0:1", "F05999000963", "Zusatz", "text"))));

    private static final String OVERLAY =
            """
            seiten:
              - {id: person, titel: Person, felder: [G05999000911]}
              - {id: angaben, titel: Angaben, felder: [G05999000912]}
              - {id: kinder, titel: Kinder, felder: [G05999000913]}
              - {id: erreichbar, titel: Erreichbar, felder: [F05999000951, F05999000952]}
              - {id: wahl, titel: Wahl, felder: [G05999000915]}
            felder:
              F05999000912: {autocomplete: bday}
              F05999000913: {autocomplete: email}
              F05999000914: {beispiel: "52062"}
            """;

    /** The compiled form. */
    public static final Formular FORMULAR = new Probedienst(OVERLAY, SCHEMA).formular();

    /** The least that is complete. */
    public static final Antworten VOLLSTAENDIG = Antworten.LEER
            .mit(NAME, "Erika Mustermann")
            .mit(GEBOREN, "1985-02-03")
            .mit(JA_NEIN, "true")
            .mit(RADIO, "A");

    private Probeformular() {}

    /** A page unfolded for given answers. */
    public static List<Platz> seite(String id, Antworten antworten) {
        return Seitenbaum.von(FORMULAR, FORMULAR.seite(id).orElseThrow(), antworten, HEUTE);
    }
}
