/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.pruefung.Schemaangabe;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.xml.validation.Schema;

/** Finds the file of a root element, what belongs to it, and its compiled form. Thread-safe. */
public final class Schemaverzeichnis {

    /**
     * A compiled schema.
     *
     * @param aufzaehlungen types that list their values, as {@code {namespace}name}
     */
    record Uebersetzt(Schema schema, Schemaangabe angabe, Set<String> aufzaehlungen) {}

    private final Map<String, Schemadatei> dateien = new TreeMap<>();
    private final Map<String, List<Schemadatei>> nachNamensraum = new HashMap<>();
    private final Map<String, Supplier<Uebersetzt>> uebersetzte = new ConcurrentHashMap<>();
    private final List<Problem> probleme = new ArrayList<>();
    private final Herkunft herkunft;

    private Schemaverzeichnis(Herkunft herkunft) {
        this.herkunft = herkunft;
    }

    /** Reads the outline of every file. */
    public static Schemaverzeichnis aus(Map<String, byte[]> inhalte, Herkunft herkunft) {
        Schemaverzeichnis verzeichnis = new Schemaverzeichnis(herkunft);
        inhalte.forEach(verzeichnis::nimm);
        return verzeichnis;
    }

    private void nimm(String name, byte[] inhalt) {
        try {
            Schemadatei datei = Schemadatei.lies(name, inhalt);
            dateien.put(name, datei);
            nachNamensraum
                    .computeIfAbsent(datei.namensraum(), n -> new ArrayList<>())
                    .add(datei);
        } catch (InvalidInput e) {
            probleme.add(Problem.warnung(
                    PruefungFehler.SCHEMASATZ,
                    Fundstelle.in(name),
                    e.fehlercode().code() + " " + e.fehlercode().bedeutung()));
        }
    }

    public Set<String> namensraeume() {
        return Set.copyOf(nachNamensraum.keySet());
    }

    public List<Problem> probleme() {
        return List.copyOf(probleme);
    }

    /**
     * The schema whose file declares a root element; empty when there is none.
     *
     * @throws InvalidInput when it cannot be compiled
     */
    Optional<Uebersetzt> finde(String namensraum, String name) {
        return nachNamensraum.getOrDefault(namensraum, List.of()).stream()
                .filter(d -> d.elemente().contains(name))
                .findFirst()
                .map(d ->
                        uebersetzte.computeIfAbsent(d.name(), n -> versuche(d)).get());
    }

    /** What compiling gives each time it is asked: the schema, or the fault that it met once. */
    private Supplier<Uebersetzt> versuche(Schemadatei eintritt) {
        try {
            Uebersetzt fertig = uebersetze(eintritt);
            return () -> fertig;
        } catch (InvalidInput e) {
            return () -> {
                throw e;
            };
        }
    }

    /** A namespace of these schemas that differs from a wanted one in numbers only. */
    Optional<String> andereVersion(String namensraum) {
        String form = ohneZahlen(namensraum);
        return nachNamensraum.keySet().stream()
                .filter(n -> !n.isEmpty() && ohneZahlen(n).equals(form))
                .sorted()
                .findFirst();
    }

    private static String ohneZahlen(String namensraum) {
        return namensraum.replaceAll("\\d+", "0");
    }

    private Uebersetzt uebersetze(Schemadatei eintritt) {
        Map<String, Schemadatei> teile = teile(eintritt);
        Map<String, byte[]> karte = new HashMap<>();
        Set<String> aufzaehlungen = new TreeSet<>();
        boolean nachbildung = false;
        for (Schemadatei teil : teile.values()) {
            karte.put(teil.name(), teil.fassung());
            eindeutig(teil.namensraum()).ifPresent(d -> karte.put(d.namensraum(), d.fassung()));
            teil.aufzaehlungen().forEach(t -> aufzaehlungen.add("{" + teil.namensraum() + "}" + t));
            nachbildung |= teil.nachbildung();
        }
        Schema schema = uebersetze(eintritt, teile, karte);
        Schemaangabe angabe = new Schemaangabe(
                eintritt.name(),
                eintritt.namensraum(),
                eintritt.version(),
                teile.size(),
                hash(teile),
                nachbildung ? Herkunft.nachgebildet(herkunft.quelle()) : herkunft);
        return new Uebersetzt(schema, angabe, Set.copyOf(aufzaehlungen));
    }

    private Schema uebersetze(Schemadatei eintritt, Map<String, Schemadatei> teile, Map<String, byte[]> karte) {
        try {
            return SecureXml.schema(eintritt.name(), karte);
        } catch (InvalidInput e) {
            Set<String> fehlende = new TreeSet<>();
            for (Schemadatei teil : teile.values()) {
                for (Schemadatei.Verweis verweis : teil.verweise()) {
                    if (ziel(verweis).isEmpty()) {
                        fehlende.add(verweis.adresse().isEmpty() ? verweis.namensraum() : verweis.dateiname());
                    }
                }
            }
            throw fehlende.isEmpty()
                    ? e
                    : new InvalidInput(
                            XmlFehler.SCHEMA_UNBRAUCHBAR, "nicht vorhanden: " + String.join(", ", fehlende), e);
        }
    }

    /** The file and all it refers to, as far as given; what is missing the compiler names. */
    private Map<String, Schemadatei> teile(Schemadatei eintritt) {
        Map<String, Schemadatei> teile = new TreeMap<>();
        Deque<Schemadatei> offen = new ArrayDeque<>(List.of(eintritt));
        while (!offen.isEmpty()) {
            Schemadatei datei = offen.pop();
            if (teile.put(datei.name(), datei) == null) {
                datei.verweise().forEach(v -> ziel(v).ifPresent(offen::push));
            }
        }
        return teile;
    }

    private Optional<Schemadatei> ziel(Schemadatei.Verweis verweis) {
        return Optional.ofNullable(dateien.get(verweis.dateiname())).or(() -> eindeutig(verweis.namensraum()));
    }

    private Optional<Schemadatei> eindeutig(String namensraum) {
        List<Schemadatei> alle = nachNamensraum.getOrDefault(namensraum, List.of());
        return alle.size() == 1 && !namensraum.isEmpty() ? Optional.of(alle.get(0)) : Optional.empty();
    }

    /** Over the lines {@code name SHA-256}, so that anybody can repeat it with the files. */
    private static String hash(Map<String, Schemadatei> teile) {
        StringBuilder zeilen = new StringBuilder();
        teile.forEach((name, datei) -> zeilen.append(name)
                .append(' ')
                .append(Sha256.hex(datei.original()))
                .append('\n'));
        return Sha256.hex(zeilen.toString().getBytes(StandardCharsets.UTF_8));
    }
}
