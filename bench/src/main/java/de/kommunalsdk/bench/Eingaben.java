/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the benchmarks read: the example Dienst, real FIM schemas of the shared test data, invented answers. */
final class Eingaben {

    static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    static final String HUND = "hund-anmelden";

    private static final String SCHEMA = "/META-INF/ozg-dienst/hund-anmelden/S05999000001.xdf3.xml";
    private static final String ENDUNG = ".xdf3.xml";
    private static final String WIEDERHOLT = "G05999000003";
    private static final int MAX_EINTRAEGE = 50;

    private Eingaben() {}

    /** Ids of the real XDatenfelder 3 schemas, smallest first; none when the shared test data are not here. */
    static List<String> echteSchemata() {
        Path ordner = ordner();
        if (!Files.isDirectory(ordner)) {
            return List.of();
        }
        try (Stream<Path> dateien = Files.list(ordner)) {
            return dateien.map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> n.endsWith(ENDUNG))
                    .map(n -> n.substring(0, n.length() - ENDUNG.length()))
                    .sorted((a, b) -> Integer.compare(schema(a).length, schema(b).length))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a schema by its id. */
    static byte[] schema(String id) {
        try (InputStream quelle = id.equals(HUND)
                ? Eingaben.class.getResourceAsStream(SCHEMA)
                : Files.newInputStream(ordner().resolve(id + ENDUNG))) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + SCHEMA);
            }
            return quelle.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compiled form "Hund anmelden". */
    static Formular hund() {
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(
                Dienstbibliothek.builder()
                        .klassenpfad()
                        .lade()
                        .dienst(new DienstId(HUND))
                        .orElseThrow(),
                false);
        return ergebnis.formular().orElseThrow(() -> new IllegalStateException(String.valueOf(ergebnis.probleme())));
    }

    /** Synthetic answers to "Hund anmelden" with some dogs. */
    static Antworten antworten(int hunde) {
        if (hunde < 1 || hunde > MAX_EINTRAEGE) {
            throw new IllegalArgumentException("1 bis " + MAX_EINTRAEGE + " Hunde");
        }
        TreeMap<String, String> werte = new TreeMap<>();
        werte.put("G05999000001.F60000000228", "Erika");
        werte.put("G05999000001.F60000000227", "Mustermann");
        werte.put("G05999000001.F05999000001", "1980-02-01");
        werte.put("G05999000001.G60000000086.F60000000243", "Hauptstraße");
        werte.put("G05999000001.G60000000086.F60000000244", "12 a");
        werte.put("G05999000001.G60000000086.F60000000246", "99999");
        werte.put("G05999000001.G60000000086.F60000000247", "Musterstadt");
        for (int n = 1; n <= hunde; n++) {
            String ort = WIEDERHOLT + "-" + n + ".F0599900000";
            werte.put(ort + "2", "Waldi " + n);
            werte.put(ort + "3", "Dackel & <Pudel>");
            werte.put(ort + "4", "m");
            werte.put(ort + "5", "2024-04-03");
            werte.put(ort + "7", "braun");
            werte.put(ort + "8", "2026-11-01");
            werte.put(ort + "9", "false");
        }
        return new Antworten(werte, new TreeMap<>(), new TreeMap<>(), "hund");
    }

    /** The same registration, with a chip number and an e-mail address, as values of an instance. */
    static Gruppenwert hundewerte(int hunde) {
        List<Wert> alle = new ArrayList<>();
        for (int n = 1; n <= hunde; n++) {
            alle.add(gruppe(
                    "F05999000002", "Waldi " + n,
                    "F05999000003", "Dackel & <Pudel>",
                    "F05999000004", "m",
                    "F05999000005", "2024-04-03",
                    "F05999000006", "276098106234567",
                    "F05999000007", "braun",
                    "F05999000008", "2026-11-01",
                    "F05999000009", "false"));
        }
        Map<String, List<Wert>> halter = new HashMap<>(
                gruppe("F60000000228", "Erika", "F60000000227", "Mustermann", "F05999000001", "1980-02-01")
                        .kinder());
        halter.put(
                "G60000000086",
                List.of(gruppe(
                        "F60000000243", "Hauptstraße",
                        "F60000000244", "12 a",
                        "F60000000246", "99999",
                        "F60000000247", "Musterstadt")));
        halter.put("G05999000002", List.of(gruppe("F60000000242", "erika.mustermann@musterstadt.example")));
        return new Gruppenwert(Map.of("G05999000001", List.of(new Gruppenwert(halter)), WIEDERHOLT, alle));
    }

    private static Gruppenwert gruppe(String... idUndText) {
        Map<String, List<Wert>> kinder = new HashMap<>();
        for (int i = 0; i < idUndText.length; i += 2) {
            kinder.put(idUndText[i], List.of(new Feldwert(idUndText[i + 1])));
        }
        return new Gruppenwert(kinder);
    }

    /** An invented municipality. */
    static Mandant mandant() {
        String yaml =
                """
                id: musterstadt
                name: Stadt Musterstadt
                ars: "051110000000"
                basis_url: http://localhost/ozg
                stelle: {name: Bürgerbüro, strasse: Rathausplatz 1, postleitzahl: "99999", ort: Musterstadt, telefon: "+49 30 23125 000", email: buero@musterstadt.example}
                wappen: {datei: wappen.svg, alternativtext: Wappen}
                verweise: {impressum: /impressum, datenschutz: /datenschutz, barrierefreiheit: /barrierefreiheit}
                dienste: {hund-anmelden: {}}
                """;
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies("mandant.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }

    private static Path ordner() {
        return Path.of(System.getProperty("shared.data", "../shared/data")).resolve("xoev/fim/xdf3");
    }
}
