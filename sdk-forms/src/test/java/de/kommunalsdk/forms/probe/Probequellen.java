/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;

import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A Dienst that prefills from an account and two registers and looks up a fee, and ports that a test scripts. All synthetic. */
public final class Probequellen {

    public static final String NAME = "G05999000951.F05999000911";
    public static final String GEBOREN = "G05999000951.F05999000912";
    public static final String PLZ = "G05999000951.F05999000913";
    public static final String STAND = "G05999000951.F05999000914";
    public static final String EMAIL = "G05999000951.F05999000915";
    public static final String HUBRAUM = "G05999000952.F05999000921";
    public static final String GEBUEHR = "G05999000952.F05999000922";
    public static final String HINWEIS = "G05999000952.F05999000923";
    public static final String HALTER = "G05999000953.F05999000931";

    public static final String OVERLAY =
            """
            seiten:
              - {id: person, titel: Person, felder: [G05999000951]}
              - {id: fahrzeug, titel: Fahrzeug, felder: [G05999000952]}
              - {id: halter, titel: Halter, felder: [G05999000953]}
            vorbelegung:
              - quelle: melderegister
                zweck: Wir müssen wissen, wer den Antrag stellt.
                rechtsgrundlage: § 5 EGovG, Art. 6 Abs. 1 Buchstabe a DSGVO
                frist_ms: "20000"
                felder:
                  F05999000911: {attribut: familienname, niveau: substanziell, aenderbar: nein}
                  F05999000912: {attribut: geburtsdatum, aenderbar: nein}
                  F05999000913: {attribut: plz}
                  F05999000914: {attribut: familienstand}
              - quelle: nutzerkonto
                zweck: Damit wir Sie erreichen.
                rechtsgrundlage: Art. 6 Abs. 1 Buchstabe a DSGVO
                felder:
                  F05999000915: {attribut: email, niveau: niedrig}
              - quelle: kfz-register
                zweck: Wir brauchen den Halter.
                rechtsgrundlage: § 5 EGovG
                eingaben: {hubraum: F05999000921}
                felder:
                  F05999000931: {attribut: halter}
            abfragen:
              - id: gebuehr
                abfrage: gebuehrenrechner
                titel: Gebühr berechnen
                seite: fahrzeug
                eingaben: {hubraum: F05999000921}
                felder:
                  F05999000922: {ergebnis: betrag, aenderbar: nein}
                  F05999000923: {ergebnis: hinweis}
                text: ja
                automatisch: ja
                frist_ms: "20000"
            """;

    /** The same pages; only the account is asked. */
    public static final String NUR_KONTO =
            """
            seiten:
              - {id: person, titel: Person, felder: [G05999000951]}
              - {id: fahrzeug, titel: Fahrzeug, felder: [G05999000952]}
              - {id: halter, titel: Halter, felder: [G05999000953]}
            vorbelegung:
              - quelle: nutzerkonto
                zweck: Damit wir Sie erreichen.
                rechtsgrundlage: Art. 6 Abs. 1 Buchstabe a DSGVO
                felder:
                  F05999000915: {attribut: email, niveau: niedrig}
            """;

    public static final String SCHEMA = Probeschema.schema(
            gruppe(
                    "1:1",
                    "G05999000951",
                    "Person",
                    feld("1:1", "F05999000911", "Familienname", "text").grenzen("minLength='2' maxLength='40'"),
                    feld("1:1", "F05999000912", "Geburtsdatum", "date"),
                    feld("0:1", "F05999000913", "Postleitzahl", "text").grenzen("pattern='^[0-9]{5}$'"),
                    feld("0:1", "F05999000914", "Familienstand", "text").werte("LD", "VH"),
                    feld("0:1", "F05999000915", "E-Mail", "text")),
            gruppe(
                    "1:1",
                    "G05999000952",
                    "Fahrzeug",
                    feld("1:1", "F05999000921", "Hubraum", "num_int"),
                    feld("0:1", "F05999000922", "Gebühr", "num_currency"),
                    feld("0:1", "F05999000923", "Hinweis", "text")),
            gruppe("1:1", "G05999000953", "Halter", feld("1:1", "F05999000931", "Halter", "text")));

    /** What the register knows. */
    public static final Map<String, String> ERIKA =
            Map.of("familienname", "Mustermann", "geburtsdatum", "1985-02-03", "plz", "52062", "familienstand", "LD");

    private Probequellen() {}

    /** The Dienst. */
    public static Probedienst dienst() {
        return new Probedienst(OVERLAY, SCHEMA);
    }

    /** Who is logged in. */
    public static Nutzer nutzer(Vertrauensniveau niveau) {
        return new Nutzer("Testkonto", "4711", niveau, List.of(new Attribut("email", "erika@example.org", niveau, "")));
    }

    /** A register with a script; it keeps what it was asked. */
    public record Proberegister(
            String id,
            String titel,
            Set<String> eingaben,
            Set<String> liefert,
            List<Registeranfrage> anfragen,
            Function<Registeranfrage, Registerergebnis> ablauf)
            implements Register {

        /** The Melderegister. */
        public static Proberegister melderegister(Function<Registeranfrage, Registerergebnis> ablauf) {
            return new Proberegister(
                    "melderegister",
                    "Melderegister",
                    Set.of(),
                    Set.of("familienname", "geburtsdatum", "plz", "familienstand"),
                    new CopyOnWriteArrayList<>(),
                    ablauf);
        }

        /** The one that needs an answer first. */
        public static Proberegister kfz() {
            return new Proberegister(
                    "kfz-register",
                    "Kfz-Register",
                    Set.of("hubraum"),
                    Set.of("halter"),
                    new CopyOnWriteArrayList<>(),
                    a -> gefunden(Map.of("halter", "Halter mit " + a.eingaben().get("hubraum"))));
        }

        @Override
        public Registerergebnis hole(Registeranfrage anfrage) {
            anfragen.add(anfrage);
            return ablauf.apply(anfrage);
        }
    }

    /** An answer of level hoch. */
    public static Registerergebnis gefunden(Map<String, String> attribute) {
        return new Registerergebnis.Gefunden(attribute, Vertrauensniveau.HOCH);
    }

    /** A look-up with a script; it keeps what it was asked. */
    public record Probeabfrage(List<Abfrage> fragen, Duration merken, Function<Abfrage, Abfrageergebnis> ablauf)
            implements Datenabfrage {

        /** Remembers nothing. */
        public static Probeabfrage mit(Function<Abfrage, Abfrageergebnis> ablauf) {
            return new Probeabfrage(new CopyOnWriteArrayList<>(), Duration.ZERO, ablauf);
        }

        /** One cent for each cubic centimetre. */
        public static Probeabfrage rechner() {
            return mit(a -> new Abfrageergebnis.Ergebnis(
                    Map.of("betrag", a.zahl("hubraum").movePointLeft(2).toPlainString(), "hinweis", "gerechnet"),
                    "Die Gebühr ist berechnet."));
        }

        @Override
        public String id() {
            return "gebuehrenrechner";
        }

        @Override
        public Map<String, Eingabetyp> eingaben() {
            return Map.of("hubraum", Eingabetyp.ZAHL);
        }

        @Override
        public Set<String> liefert() {
            return Set.of("betrag", "hinweis");
        }

        @Override
        public Abfrageergebnis frage(Abfrage abfrage) {
            fragen.add(abfrage);
            return ablauf.apply(abfrage);
        }
    }
}
