/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import de.kommunalsdk.config.ConfigFehler;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.Mandant.Wappen;
import de.kommunalsdk.mandant.internal.Gestaltung;
import de.kommunalsdk.mandant.internal.Wappenpruefer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code mandant.yaml} (see docs/configuration.md). All problems are reported at once, with line and remedy. The
 * file of the Wappen lies beside it.
 */
public final class MandantConfig {

    private static final Set<String> LOKAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Gives the bytes of a file beside the configuration. */
    @FunctionalInterface
    public interface Dateien {
        Optional<byte[]> lies(String name) throws IOException;
    }

    private MandantConfig() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationError OZG-MANDANT-0001 or 0002 with all problems
     */
    public static Mandant lies(Path datei) {
        String name = String.valueOf(datei.getFileName());
        try {
            return lies(name, anfang(datei, Knoten.MAX_BYTES + 1), nachbar -> {
                Path pfad = datei.resolveSibling(nachbar);
                return Files.isRegularFile(pfad)
                        ? Optional.of(anfang(pfad, Wappenpruefer.MAX_BYTES + 1))
                        : Optional.empty();
            });
        } catch (IOException e) {
            throw new ConfigurationError(
                    MandantFehler.NICHT_LESBAR,
                    List.of(Problem.fehler(
                            MandantFehler.NICHT_LESBAR,
                            Fundstelle.in(name),
                            "Nicht lesbar (" + e.getClass().getSimpleName() + ").")));
        }
    }

    private static byte[] anfang(Path datei, int hoechstens) throws IOException {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return quelle.readNBytes(hoechstens);
        }
    }

    /** Reads bytes, for hosts that keep the configuration elsewhere; {@code name} stands in messages. */
    public static Mandant lies(String name, byte[] yaml, Dateien dateien) {
        List<Problem> probleme = new ArrayList<>();
        Optional<Mandant> mandant =
                Knoten.lies(name, yaml, probleme).flatMap(wurzel -> new Lauf(wurzel, dateien, probleme).lies());
        if (mandant.isEmpty() || probleme.stream().anyMatch(Problem::istFehler)) {
            throw new ConfigurationError(MandantFehler.FALSCHE_ANGABE, probleme);
        }
        return mandant.get();
    }

    private record Lauf(Knoten wurzel, Dateien dateien, List<Problem> probleme) {

        Optional<Mandant> lies() {
            wurzel.erlaubt("id", "name", "ars", "basis_url", "stelle", "wappen", "theme", "verweise", "dienste");
            Optional<MandantId> id = wurzel.pflichtwert("id", MandantId::new);
            Optional<String> name = wurzel.pflichttext("name");
            Optional<Regionalschluessel> ars = ars();
            Optional<URI> basis = basisUrl();
            Optional<Stelle> stelle = pflicht("stelle").flatMap(this::stelle);
            Optional<Wappen> wappen = pflicht("wappen").flatMap(this::wappen);
            Map<String, String> theme = theme();
            Map<String, URI> verweise = verweise();
            Map<DienstId, Angebot> dienste = dienste();
            if (probleme.stream().anyMatch(Problem::istFehler)) {
                return Optional.empty();
            }
            return Optional.of(new Mandant(
                    id.orElseThrow(),
                    name.orElseThrow(),
                    ars.orElseThrow(),
                    basis.orElseThrow(),
                    stelle.orElseThrow(),
                    wappen.orElseThrow(),
                    theme,
                    verweise,
                    dienste));
        }

        private Optional<Knoten> pflicht(String schluessel) {
            if (wurzel.kind(schluessel).isEmpty()) {
                wurzel.pflichttext(schluessel);
            }
            return wurzel.abbildung(schluessel);
        }

        private Optional<Regionalschluessel> ars() {
            Optional<Regionalschluessel> ars = wurzel.pflichtwert("ars", text -> {
                if (text.matches("\\d{8}")) {
                    throw new IllegalArgumentException("8 Ziffern sind der AGS; gebraucht wird der zwoelfstellige ARS");
                }
                if (text.matches("5\\d{10}")) {
                    throw new IllegalArgumentException(
                            "11 Ziffern: die fuehrende Null fehlt; den Schluessel in Anfuehrungszeichen setzen");
                }
                return new Regionalschluessel(text);
            });
            ars.filter(wert -> Gemeindeverzeichnis.name(wert).isEmpty()).ifPresent(wert -> stelleVon("ars")
                    .fehler(
                            MandantFehler.ARS_UNBEKANNT,
                            "Keine Gemeinde mit dem Schluessel " + wert + " (Stand " + Gemeindeverzeichnis.STAND
                                    + ")."));
            return ars;
        }

        private Optional<URI> basisUrl() {
            Optional<URI> url = wurzel.pflichtwert("basis_url", URI::create);
            url.filter(u -> !istErlaubt(u)).ifPresent(u -> stelleVon("basis_url")
                    .fehler(MandantFehler.BASIS_URL, MandantFehler.BASIS_URL.abhilfe()));
            return url;
        }

        private static boolean istErlaubt(URI u) {
            boolean sicher = "https".equals(u.getScheme())
                    || ("http".equals(u.getScheme()) && u.getHost() != null && LOKAL.contains(u.getHost()));
            return sicher
                    && u.getHost() != null
                    && u.getQuery() == null
                    && u.getFragment() == null
                    && u.getUserInfo() == null
                    && !u.getPath().endsWith("/");
        }

        private Optional<Stelle> stelle(Knoten k) {
            k.erlaubt("name", "strasse", "postleitzahl", "ort", "telefon", "email", "oeffnungszeiten");
            Optional<String> plz = k.pflichtwert("postleitzahl", text -> {
                if (!text.matches("\\d{5}")) {
                    throw new IllegalArgumentException("fuenf Ziffern");
                }
                return text;
            });
            String[] pflicht = {"name", "strasse", "ort", "telefon", "email"};
            List<String> werte = new ArrayList<>();
            for (String schluessel : pflicht) {
                k.pflichttext(schluessel).ifPresent(werte::add);
            }
            return plz.isEmpty() || werte.size() < pflicht.length
                    ? Optional.empty()
                    : Optional.of(new Stelle(
                            werte.get(0),
                            werte.get(1),
                            plz.get(),
                            werte.get(2),
                            werte.get(3),
                            werte.get(4),
                            k.texte("oeffnungszeiten")));
        }

        private Optional<Wappen> wappen(Knoten k) {
            k.erlaubt("datei", "alternativtext");
            Optional<String> text = k.pflichttext("alternativtext");
            Optional<String> datei = k.pflichtwert("datei", name -> {
                if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
                    throw new IllegalArgumentException("Dateiname ohne Pfad");
                }
                return name;
            });
            if (text.isEmpty() || datei.isEmpty()) {
                return Optional.empty();
            }
            try {
                byte[] bild = dateien.lies(datei.get()).orElse(new byte[0]);
                Optional<String> medientyp = Wappenpruefer.medientyp(bild);
                if (medientyp.isEmpty()) {
                    k.fehler(MandantFehler.WAPPEN, MandantFehler.WAPPEN.abhilfe());
                }
                return medientyp.map(typ -> new Wappen(bild, typ, text.get()));
            } catch (IOException e) {
                k.fehler(MandantFehler.WAPPEN, "\"" + datei.get() + "\" ist nicht lesbar.");
                return Optional.empty();
            }
        }

        private Map<String, String> theme() {
            Map<String, String> theme = new LinkedHashMap<>();
            wurzel.abbildung("theme").ifPresent(k -> k.eintraege().forEach((name, wert) -> {
                if (Gestaltung.istErlaubt(name, wert.text())) {
                    theme.put(name, wert.text());
                } else {
                    wert.fehler(MandantFehler.THEME, "\"" + name + "\": " + MandantFehler.THEME.abhilfe());
                }
            }));
            Gestaltung.zuSchwacherKontrast(theme)
                    .ifPresent(meldung -> stelleVon("theme").fehler(MandantFehler.THEME, meldung));
            return theme;
        }

        private Map<String, URI> verweise() {
            Map<String, URI> verweise = new LinkedHashMap<>();
            pflicht("verweise").ifPresent(k -> {
                k.erlaubt("impressum", "datenschutz", "barrierefreiheit");
                for (String name : List.of("impressum", "datenschutz", "barrierefreiheit")) {
                    k.pflichtwert(name, text -> {
                                if (text.startsWith("//") || !(text.startsWith("/") || text.startsWith("https://"))) {
                                    throw new IllegalArgumentException("Pfad mit / oder https-Adresse");
                                }
                                return URI.create(text);
                            })
                            .ifPresent(uri -> verweise.put(name, uri));
                }
            });
            return verweise;
        }

        private Map<DienstId, Angebot> dienste() {
            Map<DienstId, Angebot> dienste = new LinkedHashMap<>();
            for (Map.Entry<String, Knoten> e : wurzel.abbildung("dienste")
                    .map(Knoten::eintraege)
                    .orElse(Map.of())
                    .entrySet()) {
                Knoten k = e.getValue();
                if (!DienstId.istGueltig(e.getKey())) {
                    k.fehler(MandantFehler.FALSCHE_ANGABE, "\"" + e.getKey() + "\" ist keine Kennung eines Dienstes.");
                    continue;
                }
                if (k.istListe() || !k.text().isBlank()) {
                    k.fehler(
                            ConfigFehler.FALSCHE_FORM,
                            "\"" + e.getKey()
                                    + "\": Abbildung oder nichts; wer den Dienst nicht anbietet, laesst ihn weg.");
                }
                k.erlaubt("wege", "stelle", "texte");
                Map<String, String> texte = new LinkedHashMap<>();
                k.abbildung("texte").ifPresent(t -> {
                    t.erlaubt("gebuehr", "hinweis");
                    t.eintraege().forEach((name, wert) -> texte.put(name, wert.text()));
                });
                dienste.put(
                        new DienstId(e.getKey()),
                        new Angebot(k.texte("wege"), k.abbildung("stelle").flatMap(this::stelle), texte));
            }
            return dienste;
        }

        private Knoten stelleVon(String schluessel) {
            return wurzel.kind(schluessel).orElse(wurzel);
        }
    }
}
