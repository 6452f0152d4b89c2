/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.listenablage.Listenablage.Listendatei;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code codeliste show}: what is installed, or the entries of one list. */
@Command(name = "show", description = "Nennt die installierten Codelisten, oder die Eintraege einer davon.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CodelisteShow implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @ArgGroup(multiplicity = "1")
    private Listenziel ziel;

    @Parameters(
            arity = "0..1",
            paramLabel = "URN[_VERSION]",
            description = "Die Liste, deren Eintraege gezeigt werden; ohne Version die neueste.")
    private @Nullable String kennung;

    @Option(names = "--json", description = "Je Liste oder Eintrag eine Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Ausgabe ausgabe = new Ausgabe(befehl);
        Listenablage ablage = ziel.ablage();
        if (kennung == null) {
            List<Listendatei> alle = ablage.liste();
            alle.forEach(datei -> schreibe(datei, ausgabe));
            if (!json) {
                ausgabe.zeile("Installierte Codelisten: " + alle.size());
            }
            return Kommandozeile.OK;
        }
        Optional<Codeliste> liste = finde(CodelistenStore.ablage(ablage, Clock.systemUTC()), kennung);
        if (liste.isEmpty()) {
            ausgabe.fehler(new InvalidInput(CodelisteFehler.LISTE_FEHLT, kennung));
            return Kommandozeile.BEFUNDE;
        }
        schreibe(liste.get(), ausgabe);
        return Kommandozeile.OK;
    }

    /** A whole version URN wins over a URN that happens to be written the same. */
    private static Optional<Codeliste> finde(CodelistenStore store, String gesucht) {
        return store.bestand().stream()
                .filter(k -> k.versionUrn().equals(gesucht))
                .findFirst()
                .or(() -> store.bestand().stream()
                        .filter(k -> k.urn().equals(gesucht))
                        .findFirst())
                .flatMap(k -> store.finde(k.urn(), k.version()));
    }

    private void schreibe(Listendatei datei, Ausgabe ausgabe) {
        Datei d = new Datei(
                datei.urn(),
                datei.version(),
                datei.groesse(),
                datei.sha256(),
                datei.installiertAm().toString(),
                datei.installiertVon());
        if (json) {
            ausgabe.json(d);
        } else {
            ausgabe.zeile("%s, %d Byte, seit %s%s"
                    .formatted(
                            new Listenkennung(d.urn(), d.version()),
                            d.bytes(),
                            d.since(),
                            d.by().isEmpty() ? "" : " von " + d.by()));
        }
    }

    private void schreibe(Codeliste liste, Ausgabe ausgabe) {
        if (!json) {
            ausgabe.zeile("%s \"%s\", Schluessel: %s, Name: %s"
                    .formatted(liste, liste.langname(), liste.schluesselspalte(), liste.namensspalte()));
        }
        for (Codeliste.Eintrag e : liste.eintraege()) {
            if (json) {
                Map<String, String> werte = new LinkedHashMap<>();
                liste.spalten().forEach(s -> werte.put(s.id(), e.wert(s.id())));
                ausgabe.json(new Eintrag(e.code(), e.name(), werte));
            } else {
                ausgabe.zeile(e.code() + "  " + e.name());
            }
        }
        if (!json) {
            ausgabe.zeile("Eintraege: " + liste.groesse());
        }
    }

    /** One installed list; names and order of the components are the keys of the JSON. */
    private record Datei(String urn, String version, long bytes, String sha256, String since, String by) {}

    private record Eintrag(String code, String name, Map<String, String> values) {}
}
