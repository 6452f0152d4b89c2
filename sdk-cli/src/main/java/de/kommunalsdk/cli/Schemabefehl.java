/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Listenquelle;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import de.kommunalsdk.xfall.Namensgebung;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What {@code xdf schema} and {@code xdf json-schema} share. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
abstract class Schemabefehl implements Callable<Integer> {

    private final String endung;

    @Spec
    private CommandSpec befehl;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dateien mit je einem Schema.")
    private List<Path> dateien;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Ordner fuer die Ergebnisse; ueberschreibt nichts. Ohne: eine Datei nach stdout.")
    private @Nullable Path ziel;

    @Option(
            names = "--names",
            paramLabel = "NAMES",
            defaultValue = "fim-xslt",
            converter = Namen.class,
            description = "Namensgebung: fim-xslt (Vorgabe) oder fim-portal (nicht am FIM-Portal geprueft).")
    private Namensgebung namen;

    @Option(
            names = "--codelisten",
            paramLabel = "DIR",
            description = "Ordner mit Codelisten (genericode), die eingebunden werden.")
    private @Nullable Path codelisten;

    @Option(names = "--json", description = "Je Datei eine Zeile JSON; nur mit --out.")
    private boolean json;

    Schemabefehl(String endung) {
        this.endung = endung;
    }

    /** Writes the document. */
    abstract void schreibe(Bauplan plan, OutputStream strom);

    @Override
    public Integer call() {
        if (ziel == null && (json || dateien.size() > 1)) {
            throw new ParameterException(
                    befehl.commandLine(), "Ohne --out DIR geht genau eine Datei nach stdout, ohne --json");
        }
        Ausgabe ausgabe = new Ausgabe(befehl);
        Listenquelle listen = Listenquelle.KEINE;
        int code = Kommandozeile.OK;
        if (codelisten != null) {
            CodelistenStore store = CodelistenStore.ordner(Eingabe.verzeichnis(codelisten));
            store.probleme().forEach(ausgabe::diagnose);
            code = store.probleme().stream().anyMatch(Problem::istFehler) ? Kommandozeile.BEFUNDE : code;
            listen = Listenquelle.aus(store);
        }
        Listenquelle eingebunden = listen;
        return Math.max(
                code,
                Dateilauf.ueber(dateien, ausgabe, (datei, quelle) -> wandle(datei, quelle, eingebunden, ausgabe)));
    }

    private int wandle(Path datei, InputStream quelle, Listenquelle listen, Ausgabe ausgabe) {
        XdfErgebnis gelesen = XdfLeser.lies(datei.toString(), quelle);
        List<Problem> probleme = new ArrayList<>(gelesen.probleme());
        Optional<Bauplan> plan = gelesen.schema().flatMap(schema -> plane(datei, schema, listen, probleme));
        String geschrieben = plan.isPresent() ? gibAus(plan.get(), ausgabe) : "";
        melde(datei, plan, geschrieben, probleme, ausgabe);
        return Dateilauf.urteil(probleme, plan.isEmpty() ? Kommandozeile.BEFUNDE : Kommandozeile.OK);
    }

    private Optional<Bauplan> plane(Path datei, Stammdatenschema schema, Listenquelle listen, List<Problem> probleme) {
        try {
            return Optional.of(Bauplan.von(schema, namen, listen));
        } catch (InvalidInput e) {
            // the line has the code already
            String meldung = Objects.requireNonNullElse(e.getMessage(), "").replace(e.code() + ": ", "");
            probleme.add(Problem.fehler(e.fehlercode(), Fundstelle.in(datei.toString()), meldung));
            return Optional.empty();
        }
    }

    /** The file that was written; empty for the standard output. */
    private String gibAus(Bauplan plan, Ausgabe ausgabe) {
        ByteArrayOutputStream dokument = new ByteArrayOutputStream();
        schreibe(plan, dokument);
        if (ziel == null) {
            ausgabe.roh(dokument.toString(StandardCharsets.UTF_8));
            return "";
        }
        return Ergebnisdatei.schreibe(ziel, plan.schema().kennung() + endung, dokument.toByteArray())
                .toString();
    }

    private void melde(
            Path datei, Optional<Bauplan> plan, String geschrieben, List<Problem> probleme, Ausgabe ausgabe) {
        List<String> fehlend = plan.map(Bauplan::fehlendeListen).orElse(List.of()).stream()
                .map(CodelisteReferenz::versionUrn)
                .toList();
        if (json) {
            ausgabe.json(new Zeile(
                    datei.toString(),
                    geschrieben,
                    fehlend,
                    probleme.stream().map(Befund::von).toList()));
            return;
        }
        if (ziel == null) {
            probleme.forEach(ausgabe::diagnose);
        } else {
            probleme.forEach(ausgabe::problem);
            ausgabe.zeile(datei + ": " + (geschrieben.isEmpty() ? "nicht umgewandelt" : geschrieben));
        }
        fehlend.forEach(
                liste -> ausgabe.hinweis(datei + ": Codeliste nicht eingebunden, jeder Code erlaubt: " + liste));
    }

    /** One file; names and order of the components are the keys of the JSON. */
    private record Zeile(String file, String written, List<String> missingCodelists, List<Befund> problems) {}

    /** {@code fim-xslt} for FIM_XSLT. */
    static final class Namen implements ITypeConverter<Namensgebung> {
        @Override
        public Namensgebung convert(String text) {
            return Stream.of(Namensgebung.values())
                    .filter(n ->
                            n.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("fim-xslt oder fim-portal, nicht " + text));
        }
    }
}
