/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Befund;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.Pruefbericht;
import de.kommunalsdk.pruefung.Pruefergebnis;
import de.kommunalsdk.pruefung.Schemaangabe;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a report as JSON or text. */
public final class Berichtschreiber {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What ends a line or hides it: control and format characters, U+2028, U+2029. */
    private static final Pattern STEUERZEICHEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Berichtschreiber() {}

    /** One line. */
    public static String json(Pruefergebnis ergebnis) {
        Pruefbericht bericht = ergebnis.bericht();
        ObjectNode wurzel = JSON.createObjectNode();
        wurzel.put("file", bericht.datei());
        wurzel.put("result", urteil(ergebnis));
        bericht.schema().ifPresentOrElse(s -> schema(s, wurzel.putObject("schema")), () -> wurzel.putNull("schema"));
        ObjectNode schritte = wurzel.putObject("steps");
        bericht.schritte().forEach((schritt, stand) -> schritte.put(klein(schritt), klein(stand)));
        var befunde = wurzel.putArray("findings");
        bericht.befunde().forEach(b -> befund(b, befunde.addObject()));
        wurzel.put("truncated", bericht.abgeschnitten());
        try {
            return JSON.writeValueAsString(wurzel);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Bericht nicht als JSON darstellbar", e);
        }
    }

    private static void schema(Schemaangabe schema, ObjectNode ziel) {
        ziel.put("file", schema.datei());
        ziel.put("namespace", schema.namensraum());
        ziel.put("version", schema.version());
        ziel.put("files", schema.dateien());
        ziel.put("sha256", schema.sha256());
        ziel.put("origin", klein(schema.herkunft().art()));
        ziel.put("source", schema.herkunft().quelle());
    }

    private static void befund(Befund befund, ObjectNode ziel) {
        Problem problem = befund.problem();
        ziel.put("step", klein(befund.schritt()));
        ziel.put("rule", befund.regel());
        ziel.put("code", problem.code().code());
        ziel.put("severity", klein(problem.schwere()));
        ziel.put("line", problem.stelle().zeile());
        ziel.put("column", problem.stelle().spalte());
        ziel.put("path", problem.stelle().pfad());
        ziel.put("message", problem.meldung());
        ziel.put("remedy", problem.code().abhilfe());
    }

    /** A line for the result, one for the schema, one for each finding. */
    public static String text(Pruefergebnis ergebnis) {
        Pruefbericht bericht = ergebnis.bericht();
        StringBuilder zeilen = new StringBuilder();
        zeilen.append(zeile(bericht.datei()))
                .append(": ")
                .append(satz(ergebnis))
                .append('\n');
        bericht.schema().ifPresent(s -> zeilen.append("  Schema: ")
                .append(zeile(beschreibung(s)))
                .append('\n'));
        String offen = bericht.schritte().entrySet().stream()
                .filter(e -> klein(e.getValue()).startsWith("nicht"))
                .map(e -> klein(e.getKey()))
                .collect(Collectors.joining(", "));
        if (!offen.isEmpty()) {
            zeilen.append("  Nicht oder nicht vollständig geprüft: ")
                    .append(offen)
                    .append('\n');
        }
        for (Befund befund : bericht.befunde()) {
            Problem p = befund.problem();
            String abhilfe = p.meldung().endsWith(p.code().abhilfe())
                    ? ""
                    : " " + p.code().abhilfe();
            zeilen.append("  ")
                    .append(zeile(p.stelle()))
                    .append(": ")
                    .append(p.schwere())
                    .append(' ')
                    .append(zeile(befund.regel()))
                    .append(": ")
                    .append(zeile(p.meldung()))
                    .append(abhilfe)
                    .append('\n');
        }
        if (bericht.abgeschnitten()) {
            zeilen.append("  Weitere Befunde werden nicht mehr genannt.\n");
        }
        return zeilen.toString();
    }

    /** In one line, whatever names of files or lists hold. */
    private static String zeile(Object text) {
        return STEUERZEICHEN.matcher(text.toString()).replaceAll("\uFFFD");
    }

    private static String satz(Pruefergebnis ergebnis) {
        if (ergebnis instanceof Pruefergebnis.NichtPruefbar) {
            return "nicht prüfbar";
        }
        if (ergebnis instanceof Pruefergebnis.Abgelehnt) {
            return "abgelehnt";
        }
        boolean amtlich = ergebnis.bericht()
                .schema()
                .filter(s -> s.herkunft().art() == Herkunft.Art.AMTLICH)
                .isPresent();
        return amtlich ? "angenommen, gültig nach dem amtlichen Schema" : "angenommen, keine Abweichung vom Schema";
    }

    private static String beschreibung(Schemaangabe schema) {
        String quelle = schema.herkunft().quelle();
        String herkunft =
                switch (schema.herkunft().art()) {
                    case AMTLICH -> "amtlich, Quelle: " + quelle;
                    case NACHGEBILDET ->
                        "NICHT amtlich, eine eigene Nachbildung" + (quelle.isEmpty() ? "" : ", Quelle: " + quelle);
                    case UNBEKANNT -> "Herkunft nicht angegeben";
                };
        return "%s (%s%s), %s; %d Dateien, SHA-256 %s"
                .formatted(
                        schema.datei(),
                        schema.namensraum(),
                        schema.version().isEmpty() ? "" : ", Version " + schema.version(),
                        herkunft,
                        schema.dateien(),
                        schema.sha256());
    }

    private static String urteil(Pruefergebnis ergebnis) {
        if (ergebnis instanceof Pruefergebnis.Angenommen) {
            return "angenommen";
        }
        return ergebnis instanceof Pruefergebnis.Abgelehnt ? "abgelehnt" : "nicht-pruefbar";
    }

    private static String klein(Enum<?> wert) {
        return wert.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
