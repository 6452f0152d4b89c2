/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.pruefung.Schemaangabe;
import de.kommunalsdk.xml.SecureXml;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Uebersetzt> uebersetzte = new ConcurrentHashMap<>();
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
     * The schema for a root element.
     *
     * @throws InvalidInput why there is none, with a code of {@link PruefungFehler}, or that it cannot be compiled
     */
    Uebersetzt fuer(String namensraum, String name) {
        List<Schemadatei> eigene = nachNamensraum.getOrDefault(namensraum, List.of());
        Optional<Schemadatei> eintritt =
                eigene.stream().filter(d -> d.elemente().contains(name)).findFirst();
        if (eintritt.isPresent()) {
            return uebersetzte.computeIfAbsent(eintritt.get().name(), n -> uebersetze(eintritt.get()));
        }
        if (!eigene.isEmpty()) {
            throw new InvalidInput(PruefungFehler.UNBEKANNTE_NACHRICHT, "");
        }
        throw andereVersion(namensraum)
                .map(v -> new InvalidInput(PruefungFehler.FALSCHE_VERSION, "hier vorhanden: " + v))
                .orElseGet(() -> new InvalidInput(PruefungFehler.SCHEMA_FEHLT, ""));
    }

    /** A namespace that differs in numbers only. */
    private Optional<String> andereVersion(String namensraum) {
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
        Schema schema = SecureXml.schema(eintritt.name(), karte);
        Schemaangabe angabe = new Schemaangabe(
                eintritt.name(),
                eintritt.namensraum(),
                eintritt.version(),
                teile.size(),
                hash(teile),
                nachbildung ? Herkunft.nachgebildet(herkunft.quelle()) : herkunft);
        return new Uebersetzt(schema, angabe, Set.copyOf(aufzaehlungen));
    }

    /** The file and all it refers to, as far as given; what is missing the compiler names. */
    private Map<String, Schemadatei> teile(Schemadatei eintritt) {
        Map<String, Schemadatei> teile = new TreeMap<>();
        Deque<Schemadatei> offen = new ArrayDeque<>(List.of(eintritt));
        while (!offen.isEmpty()) {
            Schemadatei datei = offen.pop();
            if (teile.put(datei.name(), datei) == null) {
                for (Schemadatei.Verweis verweis : datei.verweise()) {
                    @Nullable Schemadatei ziel = dateien.get(verweis.dateiname());
                    Optional.ofNullable(ziel)
                            .or(() -> eindeutig(verweis.namensraum()))
                            .ifPresent(offen::push);
                }
            }
        }
        return teile;
    }

    private Optional<Schemadatei> eindeutig(String namensraum) {
        List<Schemadatei> alle = nachNamensraum.getOrDefault(namensraum, List.of());
        return alle.size() == 1 && !namensraum.isEmpty() ? Optional.of(alle.get(0)) : Optional.empty();
    }

    /** Over the lines {@code name SHA-256}, so that anybody can repeat it with the files. */
    private static String hash(Map<String, Schemadatei> teile) {
        StringBuilder zeilen = new StringBuilder();
        teile.forEach((name, datei) ->
                zeilen.append(name).append(' ').append(sha256(datei.original())).append('\n'));
        return sha256(zeilen.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Jedes JDK kennt SHA-256", e);
        }
    }
}
