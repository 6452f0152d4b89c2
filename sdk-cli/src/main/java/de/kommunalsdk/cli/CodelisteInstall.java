/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listeninstallation;
import de.kommunalsdk.codeliste.Listeninstallation.Bericht;
import de.kommunalsdk.error.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code codeliste install}: checks code lists and keeps them, all or none. */
@Command(
        name = "install",
        description = "Prueft Codelisten und installiert sie, alle oder keine. Dasselbe noch einmal aendert nichts.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CodelisteInstall implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @ArgGroup(multiplicity = "1")
    private Listenziel ziel;

    @Mixin
    private Bearbeiter bearbeiter;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|URL|URN",
            description = "Genericode-Datei, Ordner mit *.xml, https-Adresse, oder URN mit Version (urn:..._VERSION).")
    private List<String> quellen;

    @Option(
            names = "--force",
            description = "Ersetzt einen anderen Inhalt unter derselben URN und Version; sonst wird er abgelehnt.")
    private boolean ersetzen;

    @Option(
            names = "--xrepository",
            paramLabel = "URL",
            defaultValue = "https://www.xrepository.de",
            description = "Wo eine URN geholt wird (sonst ${DEFAULT-VALUE}; diese Adresse und ihre Schnittstelle sind"
                    + " nicht am laufenden Dienst geprueft).")
    private String xrepository;

    @Option(names = "--json", description = "Das Ergebnis als eine Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        String handelnder = bearbeiter.name();
        Listenquelle quelle = new Listenquelle(xrepository);
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        for (String name : quellen) {
            Map<String, byte[]> gelesene = quelle.lies(name);
            if (name.startsWith("urn:")) {
                pruefe(name, gelesene);
            }
            dateien.putAll(gelesene);
        }
        Bericht bericht = Listeninstallation.installiere(dateien, ziel.ablage(), ersetzen, handelnder);
        schreibe(bericht);
        return bericht.istInstalliert() ? Kommandozeile.OK : Kommandozeile.BEFUNDE;
    }

    private static void pruefe(String urn, Map<String, byte[]> gelesene) {
        gelesene.forEach((name, bytes) -> GenericodeLeser.lies(name, bytes)
                .liste()
                .filter(liste -> !liste.versionUrn().equals(urn))
                .ifPresent(liste -> {
                    throw new InvalidInput(CliFehler.ANDERE_LISTE, urn + " verlangt, " + liste + " erhalten");
                }));
    }

    private void schreibe(Bericht bericht) {
        Ausgabe ausgabe = new Ausgabe(befehl);
        List<Zeile> zeilen = bericht.listen().stream()
                .map(e -> Zeile.von(e.datei(), e.liste(), e.ergebnis().name().toLowerCase(Locale.ROOT)))
                .toList();
        if (json) {
            ausgabe.json(new Ergebnis(
                    bericht.istInstalliert(),
                    zeilen,
                    bericht.probleme().stream().map(Befund::von).toList()));
            return;
        }
        bericht.probleme().forEach(ausgabe::problem);
        zeilen.forEach(z -> ausgabe.zeile(
                "%s_%s \"%s\", Eintraege: %d, %s".formatted(z.urn(), z.version(), z.name(), z.entries(), z.result())));
        ausgabe.zeile(bericht.istInstalliert() ? "Installiert: " + zeilen.size() : "Nichts installiert.");
    }

    /** The result; names and order of the components are the keys of the JSON. */
    private record Ergebnis(boolean installed, List<Zeile> lists, List<Befund> problems) {}

    private record Zeile(String file, String urn, String version, String name, int entries, String result) {

        static Zeile von(String datei, Codeliste liste, String ergebnis) {
            return new Zeile(datei, liste.urn(), liste.version(), liste.langname(), liste.groesse(), ergebnis);
        }
    }
}
