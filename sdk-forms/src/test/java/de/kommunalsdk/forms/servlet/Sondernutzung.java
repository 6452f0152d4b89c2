/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;

import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A synthetic Dienst that the owner of a place and each neighbour have to agree to, and the way to that point. */
final class Sondernutzung implements Benachrichtigung {

    static final String NAME = "G05999000801.F05999000811";
    static final String GEHEIM = "G05999000801.F05999000812";
    static final String ORT = "G05999000802.F05999000821";
    static final String PLAN = "G05999000802.F05999000822";
    static final String FREMD = "G05999000802.F05999000823";
    static final String EIGENTUEMER = "G05999000803.F05999000831";
    static final String EIGENTUEMER_MAIL = "G05999000803.F05999000832";
    static final String WEITERES = "G05999000805.F05999000853";
    static final String GEMARKUNG = "G05999000805.F05999000854";
    static final String FLURSTUECK = "G05999000805.F05999000851";

    private static final Pattern LINK = Pattern.compile("http://localhost/ozg(/sondernutzung/beteiligt/link/\\S{43})");
    private static final String SCHEMA = Probeschema.schema(
            gruppe(
                    "1:1",
                    "G05999000801",
                    "Antragsteller",
                    feld("1:1", "F05999000811", "Name", "text"),
                    feld("0:1", "F05999000812", "Einkommen", "text")),
            gruppe(
                    "1:1",
                    "G05999000802",
                    "Vorhaben",
                    feld("1:1", "F05999000821", "Ort", "text"),
                    feld("0:1", "F05999000822", "Lageplan", "file"),
                    feld("1:1", "F05999000823", "Fremdes Grundstück", "bool")),
            gruppe(
                    "1:1",
                    "G05999000803",
                    "Eigentum",
                    feld("0:1", "F05999000831", "Name der Eigentümerin", "text"),
                    feld("0:1", "F05999000832", "E-Mail der Eigentümerin", "text")),
            gruppe(
                    "0:3",
                    "G05999000804",
                    "Nachbar",
                    feld("1:1", "F05999000841", "Name des Nachbarn", "text"),
                    feld("0:1", "F05999000842", "E-Mail des Nachbarn", "text")),
            gruppe(
                    "0:1",
                    "G05999000805",
                    "Auskunft",
                    feld("1:1", "F05999000851", "Flurstück", "text").grenzen("maxLength='20'"),
                    feld("0:1", "F05999000852", "Auflage", "text"),
                    feld("0:2", "F05999000853", "Weiteres", "text").grenzen("maxLength='20'"),
                    feld("0:1", "F05999000854", "Gemarkung", "text")
                            .werte(IntStream.rangeClosed(1, 300)
                                    .mapToObj(String::valueOf)
                                    .toArray(String[]::new))));

    static final String BETEILIGTE =
            """
            beteiligte:
              - id: eigentuemer
                titel: Eigentümerin oder Eigentümer
                wenn: {feld: F05999000823, gleich: "true"}
                name: F05999000831
                email: F05999000832
                sieht: [vorhaben, F05999000811]
                art: angaben
                seiten: [auskunft]
                vertrauensniveau: ohne
                frist_tage: "9"
                erklaerung: Ich bin mit der Nutzung einverstanden.
              - id: nachbar
                titel: Nachbarin oder Nachbar
                je: G05999000804
                name: F05999000841
                email: F05999000842
                sieht: [F05999000821]
                art: zustimmung
                vertrauensniveau: ohne
                erklaerung: Ich habe keine Einwände.
            """;

    private static final String DIENST =
            """
            id: sondernutzung
            version: 1.0.0
            titel: Sondernutzung
            leistungsschluessel: ["99102013104000"]
            vertrauensniveau: ohne
            schema: probe.xdf3.xml
            beschreibung: {kurztext: Synthetischer Dienst für Tests}
            entwurf: {tage: "5"}
            wege: [ablage]
            seiten:
              - {id: person, titel: Person, felder: [G05999000801]}
              - {id: vorhaben, titel: Vorhaben, felder: [G05999000802]}
              - {id: eigentum, titel: Eigentum, felder: [G05999000803]}
              - {id: nachbarn, titel: Nachbarn, felder: [G05999000804]}
              - {id: auskunft, titel: Auskunft, felder: [G05999000805]}
            felder:
              G05999000805: {pflicht_wenn: {feld: F05999000823, gleich: "true"}}
            """;

    /** One message that was sent. */
    record Post(String an, String betreff, String text) {

        /** The path of the link in it. */
        String link() {
            Matcher treffer = LINK.matcher(text);
            if (!treffer.find()) {
                throw new AssertionError("Kein Link");
            }
            return treffer.group(1);
        }
    }

    private final List<Post> post = new CopyOnWriteArrayList<>();
    private final AtomicBoolean tot = new AtomicBoolean();
    private final Testportal portal;

    private Sondernutzung(boolean mitPost, List<String> mandanten) {
        this(
                mitPost,
                mandanten,
                ordner(BETEILIGTE),
                KommunalSdkBuilder::ohneVirenscanner,
                Testportal::ohneAngabeZumVirenscanner);
    }

    private Sondernutzung(
            boolean mitPost,
            List<String> mandanten,
            Path ordner,
            UnaryOperator<KommunalSdkBuilder> ports,
            Function<UnaryOperator<KommunalSdkBuilder>, Testportal> start) {
        this.portal = start.apply(b -> {
            ports.apply(b)
                    .dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade());
            b.mandanten(
                    mandanten.size() == 1
                            ? MandantFinder.fest(
                                    Testportal.mandant(mandanten.get(0), "dienste:\n  sondernutzung: {}\n"))
                            : MandantFinder.nachPfad(mandanten.stream()
                                    .map(m -> Testportal.mandant(m, "dienste:\n  sondernutzung: {}\n"))
                                    .toList()));
            return mitPost ? b.benachrichtigung(this) : b;
        });
    }

    static Sondernutzung mitPost() {
        return new Sondernutzung(true, List.of("musterstadt"));
    }

    static Sondernutzung ohnePost() {
        return new Sondernutzung(false, List.of("musterstadt"));
    }

    static Sondernutzung fuer(String... mandanten) {
        return new Sondernutzung(true, List.of(mandanten));
    }

    /** With more keys of dienst.yaml, and all ports: also whether there is a scanner. */
    static Sondernutzung mit(String zusatz, UnaryOperator<KommunalSdkBuilder> ports) {
        return new Sondernutzung(
                true,
                List.of("musterstadt"),
                ordner(BETEILIGTE + zusatz),
                ports,
                Testportal::ohneAngabeZumVirenscanner);
    }

    /** With levels for the Dienst and for those who have to agree. */
    static Sondernutzung mitAnmeldung(Probekonto konto, String antragsteller, String beteiligte) {
        return new Sondernutzung(
                true,
                List.of("musterstadt"),
                ordner(
                        DIENST.replace("vertrauensniveau: ohne", "vertrauensniveau: " + antragsteller),
                        BETEILIGTE.replace("vertrauensniveau: ohne", "vertrauensniveau: " + beteiligte)),
                b -> b.nutzerkonto(konto),
                anders -> Testportal.starte(anders, anfrage -> konto.angemeldet()));
    }

    static Path ordner(String beteiligte) {
        return ordner(DIENST, beteiligte);
    }

    private static Path ordner(String dienst, String beteiligte) {
        try {
            Path ordner = Files.createTempDirectory("sondernutzung");
            Files.writeString(ordner.resolve("probe.xdf3.xml"), SCHEMA);
            Files.writeString(ordner.resolve("dienst.yaml"), dienst + beteiligte);
            return ordner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Testportal portal() {
        return portal;
    }

    @Override
    public void sende(MandantId mandant, String schluessel, String empfaenger, String betreff, String text) {
        if (tot.get()) {
            throw new ServiceUnavailable(SdkFehler.UEBERTRAGUNG, "tot");
        }
        post.add(new Post(empfaenger, betreff, text));
    }

    void postIstTot(boolean wert) {
        tot.set(wert);
    }

    /** All messages to an address, after the worker ran. */
    List<Post> post(String an) {
        portal.pakete();
        return post.stream().filter(p -> p.an().equals(an)).toList();
    }

    Post letzte(String an) {
        List<Post> alle = post(an);
        return alle.get(alle.size() - 1);
    }

    static Map<String, String> nachbar(String name, String email) {
        Map<String, String> felder = new LinkedHashMap<>();
        felder.put("G05999000804-1.F05999000841", name);
        felder.put("G05999000804-1.F05999000842", email);
        return felder;
    }

    /** From the start to the review page. */
    static Seite bisPruefen(Testbrowser b, String basis, Map<String, String> nachbarn) {
        return bisPruefen(
                b, b.druecke(b.hole(basis + "/sondernutzung"), "Jetzt online beantragen", Map.of()), nachbarn);
    }

    /** From the first page to the review page. */
    static Seite bisPruefen(Testbrowser b, Seite person, Map<String, String> nachbarn) {
        Seite s = b.druecke(person, "weiter", Map.of(NAME, "Erika Mustermann", GEHEIM, "streng geheim"));
        s = b.druecke(
                s, "weiter", Map.of(ORT, "Marktplatz", FREMD, "true"), Map.of(PLAN + ".datei", Hundeanmeldung.pdf()));
        s = b.druecke(s, "weiter", Map.of(EIGENTUEMER, "Olaf Eigner", EIGENTUEMER_MAIL, "olaf@beispiel.example"));
        return b.druecke(s, "weiter", nachbarn);
    }

    /** Passes a reviewed Antrag on; gives the page of its status. */
    static Seite gibWeiter(Testbrowser b, Seite pruefen) {
        Seite frage = b.druecke(pruefen, "Zur Zustimmung weitergeben", Map.of());
        return b.druecke(
                frage,
                "Zur Zustimmung weitergeben",
                frage.html().select("#email").isEmpty() ? Map.of() : Map.of("email", "erika@beispiel.example"));
    }

    /** Opens a link as its person. */
    static Seite oeffne(Testbrowser b, String link) {
        return b.druecke(b.hole(link), "Weiter", Map.of());
    }
}
