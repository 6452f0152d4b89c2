/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.internal.Entwurfsleser;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a {@code dienst.yaml} (see docs/configuration.md). The form's own keys ({@code seiten}, {@code felder}, {@code regeln}) are
 * read by the form runtime.
 */
public final class DienstLeser {

    /** Name of the file. */
    public static final String DATEI = "dienst.yaml";

    private DienstLeser() {}

    /** Reads the Dienst of a folder; problems go into {@code probleme}. Empty when there is an error among them. */
    public static Optional<OzgDienst> lies(Dienstdateien dateien, List<Problem> probleme) {
        String name = dateien.ort() + "/" + DATEI;
        List<Problem> eigene = new ArrayList<>();
        try (InputStream quelle = dateien.oeffnen(DATEI).orElse(null)) {
            if (quelle == null) {
                eigene.add(Problem.fehler(DienstFehler.DATEI_FEHLT, Fundstelle.in(name), DATEI + " fehlt."));
                return Optional.empty();
            }
            byte[] bytes = quelle.readNBytes(Knoten.MAX_BYTES + 1);
            return Knoten.lies(name, bytes, eigene)
                    .flatMap(wurzel -> dienst(wurzel, dateien))
                    .filter(dienst -> eigene.stream().noneMatch(Problem::istFehler));
        } catch (IOException e) {
            eigene.add(Problem.fehler(
                    DienstFehler.NICHT_LESBAR,
                    Fundstelle.in(name),
                    "Nicht lesbar (" + e.getClass().getSimpleName() + ")."));
            return Optional.empty();
        } finally {
            probleme.addAll(eigene);
        }
    }

    private static Optional<OzgDienst> dienst(Knoten k, Dienstdateien dateien) {
        k.erlaubt(
                "id",
                "version",
                "titel",
                "leistungsschluessel",
                "vertrauensniveau",
                "schema",
                "regeln",
                "beschreibung",
                "gebuehr",
                "verlinkt",
                "entwurf",
                "aufbewahrung",
                "wege",
                "seiten",
                "felder",
                "hilfe",
                "schriftform",
                "pruefungen",
                "berechnungen",
                "vorbelegung",
                "abfragen",
                "beteiligte");
        Optional<DienstId> id = k.pflichtwert("id", DienstId::new);
        Optional<String> version = k.pflichtwert("version", Entwurfsleser::version);
        Optional<String> titel = k.pflichttext("titel");
        List<Leistungsschluessel> leistungen = leistungen(k);
        Optional<Vertrauensniveau> niveau = k.pflichtwert("vertrauensniveau", Vertrauensniveau::lies);
        Optional<URI> verlinkt = k.wert("verlinkt", text -> {
            if (!text.startsWith("https://")) {
                throw new IllegalArgumentException("https-Adresse");
            }
            return URI.create(text);
        });
        boolean istVerlinkt = k.kind("verlinkt").isPresent();
        Optional<String> schema = istVerlinkt ? Optional.empty() : schema(k, dateien);
        Optional<OzgDienst.Beschreibung> beschreibung = beschreibung(k);
        Optional<Betrag> gebuehr =
                k.kind("gebuehr").filter(Knoten::istAbbildung).isPresent()
                        ? Optional.empty()
                        : k.wert("gebuehr", Betrag::lies);
        Entwurfsregeln entwurf = Entwurfsleser.lies(k);
        Duration aufbewahrung = aufbewahrung(k);
        List<String> wege = k.texte("wege");
        if (wege.isEmpty() && !istVerlinkt) {
            k.fehler(DienstFehler.FALSCHE_ANGABE, "\"wege\" fehlt; mindestens einen Uebermittlungsweg nennen.");
        }
        if (id.isEmpty()
                || version.isEmpty()
                || titel.isEmpty()
                || leistungen.isEmpty()
                || niveau.isEmpty()
                || beschreibung.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OzgDienst(
                new DienstRef(id.get(), version.get()),
                titel.get(),
                leistungen,
                niveau.get(),
                beschreibung.get(),
                gebuehr,
                verlinkt,
                schema,
                entwurf,
                aufbewahrung,
                wege,
                dateien,
                k));
    }

    private static List<Leistungsschluessel> leistungen(Knoten k) {
        List<Leistungsschluessel> gelesen = new ArrayList<>();
        for (Knoten e : k.liste("leistungsschluessel")) {
            try {
                gelesen.add(new Leistungsschluessel(e.text().strip()));
            } catch (IllegalArgumentException x) {
                e.fehler(DienstFehler.FALSCHE_ANGABE, String.valueOf(x.getMessage()));
            }
        }
        if (k.liste("leistungsschluessel").isEmpty()) {
            k.fehler(DienstFehler.FALSCHE_ANGABE, "\"leistungsschluessel\" fehlt; mindestens einen nennen.");
        }
        return gelesen;
    }

    private static Optional<String> schema(Knoten k, Dienstdateien dateien) {
        Optional<String> name = k.pflichtwert("schema", text -> {
            if (!text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
                throw new IllegalArgumentException("Dateiname ohne Pfad");
            }
            return text;
        });
        return name.filter(datei -> {
            boolean da = istDa(dateien, datei);
            if (!da) {
                k.kind("schema")
                        .orElse(k)
                        .fehler(DienstFehler.DATEI_FEHLT, "\"" + datei + "\" fehlt neben der dienst.yaml.");
            }
            return da;
        });
    }

    private static boolean istDa(Dienstdateien dateien, String name) {
        try (InputStream quelle = dateien.oeffnen(name).orElse(null)) {
            return quelle != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<OzgDienst.Beschreibung> beschreibung(Knoten k) {
        if (k.kind("beschreibung").isEmpty()) {
            k.pflichttext("beschreibung");
        }
        return k.abbildung("beschreibung").flatMap(b -> {
            b.erlaubt(
                    "kurztext",
                    "volltext",
                    "voraussetzungen",
                    "unterlagen",
                    "rechtsgrundlagen",
                    "gebuehr",
                    "bearbeitungsdauer");
            return b.pflichttext("kurztext")
                    .map(kurz -> new OzgDienst.Beschreibung(
                            kurz,
                            b.text("volltext").orElse(""),
                            b.texte("voraussetzungen"),
                            b.texte("unterlagen"),
                            b.texte("rechtsgrundlagen"),
                            b.text("gebuehr").orElse(""),
                            b.text("bearbeitungsdauer").orElse("")));
        });
    }

    private static Duration aufbewahrung(Knoten k) {
        return Duration.ofDays(k.abbildung("aufbewahrung")
                .flatMap(kind -> {
                    kind.erlaubt("tage");
                    return kind.zahl("tage", 1, 3650);
                })
                .orElse(90));
    }
}
