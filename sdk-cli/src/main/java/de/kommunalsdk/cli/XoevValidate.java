/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.Nachrichtenpruefung;
import de.kommunalsdk.pruefung.Pruefergebnis;
import de.kommunalsdk.pruefung.Schemasatz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xoev validate}: whether messages agree with the schema, the code lists, the characters and the rules of their standard. */
@Command(
        name = "validate",
        description = {
            "Prueft Nachrichten: Grenzen, XML-Schema, Codelisten, DIN 91379, leere Elemente, Regeln des Standards.",
            "Schemata und Codelisten kommen aus den genannten Verzeichnissen; es wird nichts nachgeladen.",
            "Exit code 1: mindestens eine Nachricht ist abgelehnt oder nicht pruefbar; Warnungen allein zaehlen nicht."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class XoevValidate implements Callable<Integer> {

    /** How the command line writes {@link Versionspolitik}. */
    private enum Politik {
        streng(Versionspolitik.STRENG),
        warnen(Versionspolitik.WARNEN),
        annehmen(Versionspolitik.UNBEKANNTE_ANNEHMEN);

        private final Versionspolitik wert;

        Politik(Versionspolitik wert) {
            this.wert = wert;
        }
    }

    @Spec
    private CommandSpec befehl;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dateien mit je einer Nachricht.")
    private List<Path> dateien;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "DIR",
            description = "Verzeichnis mit den XSD-Dateien des Standards, auch mehrfach.")
    private List<Path> schemata;

    @Option(
            names = "--codelisten",
            paramLabel = "DIR",
            description = "Verzeichnis mit Codelisten (genericode), auch mehrfach.")
    private List<Path> codelisten = List.of();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "warnen",
            description = "Wenn eine Codeliste fehlt: ${COMPLETION-CANDIDATES}. Vorgabe: ${DEFAULT-VALUE}.")
    private Politik politik;

    @Option(
            names = "--amtlich",
            paramLabel = "QUELLE",
            description = "Die Schemata sind die amtlichen; QUELLE sagt, woher sie stammen. Steht so im Bericht.")
    private @Nullable String quelle;

    @Option(names = "--json", description = "Je Datei eine Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (quelle != null && (quelle.isBlank() || quelle.length() > 200 || quelle.matches("(?s).*\\p{Cc}.*"))) {
            throw new ParameterException(befehl.commandLine(), "--amtlich: 1 bis 200 Zeichen in einer Zeile");
        }
        Ausgabe ausgabe = new Ausgabe(befehl);
        Nachrichtenpruefung pruefung = pruefung(ausgabe);
        return Dateilauf.ueber(dateien, ausgabe, (datei, strom) -> pruefe(pruefung, datei, strom, ausgabe));
    }

    private Nachrichtenpruefung pruefung(Ausgabe ausgabe) {
        Schemasatz satz = satz();
        satz.probleme().forEach(p -> ausgabe.hinweis(p.toString()));
        List<CodelistenStore> listen = new ArrayList<>();
        for (Path ordner : codelisten) {
            CodelistenStore store = CodelistenStore.ordner(Eingabe.verzeichnis(ordner));
            store.probleme().stream().filter(Problem::istFehler).forEach(ausgabe::diagnose);
            listen.add(store);
        }
        return Nachrichtenpruefung.fuer(satz)
                .codelisten(CodelistenStore.kette(listen.toArray(CodelistenStore[]::new)), politik.wert)
                .baue();
    }

    private Schemasatz satz() {
        schemata.forEach(Eingabe::verzeichnis);
        try {
            return Schemasatz.aus(schemata, quelle == null ? Herkunft.UNBEKANNT : Herkunft.amtlich(quelle));
        } catch (IOException e) {
            throw Eingabe.nichtLesbar(schemata.get(0), e);
        }
    }

    private int pruefe(Nachrichtenpruefung pruefung, Path datei, InputStream strom, Ausgabe ausgabe) {
        Pruefergebnis ergebnis = pruefung.pruefe(datei.toString(), strom);
        if (json) {
            ausgabe.zeile(ergebnis.alsJson());
        } else {
            ergebnis.alsText().lines().forEach(ausgabe::zeile);
        }
        return Dateilauf.urteil(
                ergebnis.bericht().befunde().stream().map(b -> b.problem()).toList(),
                ergebnis instanceof Pruefergebnis.Angenommen ? Kommandozeile.OK : Kommandozeile.BEFUNDE);
    }
}
