/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.testkit.konformitaet.Bericht;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Erfuellt;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Konformitaetspruefung;
import de.kommunalsdk.testkit.konformitaet.Pruefling;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conformance}: checks a running portal by the rules of the conformance kit. */
@Command(
        name = "conformance",
        description = "Prueft ein laufendes Portal nach den Regeln des Konformitaetskastens, Eckpunkt fuer Eckpunkt.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Conformance implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "Wo das Portal das SDK eingehaengt hat, zum Beispiel http://localhost:8080/ozg.")
    private String url;

    @Option(
            names = "--dienst",
            paramLabel = "ID",
            description = "Der Dienst, an dem geprueft wird; sonst der erste mit eigenem Formular.")
    private @Nullable String dienst;

    @Option(
            names = "--bericht",
            paramLabel = "DIR",
            description = "Schreibt den Bericht als JSON, HTML und JUnit-XML in diesen Ordner.")
    private @Nullable Path ordner;

    @Option(
            names = "--sekunden",
            defaultValue = "120",
            description = "Zeitgrenze der ganzen Pruefung (1 bis 3600; sonst ${DEFAULT-VALUE}).")
    private int sekunden;

    @Option(
            names = "--zweiter-mandant",
            paramLabel = "URL",
            description = "Wo ein anderer Mandant denselben Dienst anbietet.")
    private @Nullable String zweiterMandant;

    @Option(
            names = "--einreichen",
            description = "Reicht einen erfundenen Antrag ein, den das Portal zustellt. Nur auf einem Testportal.")
    private boolean einreichen;

    @Override
    public Integer call() throws IOException {
        Bericht bericht = Konformitaetspruefung.pruefe(pruefling());
        Ausgabe ausgabe = new Ausgabe(befehl);
        bericht.eintraege().forEach(e -> schreibe(e, ausgabe));
        if (ordner != null) {
            bericht.schreibe(ordner);
        }
        boolean nichtErreichbar = bericht.eintraege().stream().allMatch(e -> e.ergebnis() instanceof NichtPruefbar);
        ausgabe.zeile(url + ": " + (bericht.konform() ? "konform" : "nicht konform") + " ("
                + bericht.zaehle(Erfuellt.class) + " erfuellt, " + bericht.zaehle(Verletzt.class) + " verletzt, "
                + bericht.zaehle(NichtPruefbar.class) + " nicht pruefbar, " + bericht.zaehle(NichtGeprueft.class)
                + " nicht geprueft)");
        return nichtErreichbar
                ? Kommandozeile.FEHLSCHLAG
                : bericht.konform() ? Kommandozeile.OK : Kommandozeile.BEFUNDE;
    }

    private Pruefling pruefling() {
        try {
            Duration grenze = Duration.ofSeconds(sekunden);
            // The check of the address and of the limit stands in Pruefling; the Dienst is only looked up behind it.
            URI basis = new Pruefling(URI.create(url), new DienstId("x"), grenze).basis();
            DienstId id = dienst != null
                    ? new DienstId(dienst)
                    : Konformitaetspruefung.ersterDienst(basis, grenze)
                            .orElseThrow(() -> new ServiceUnavailable(CliFehler.KEIN_PORTAL, url));
            Pruefling pruefling = new Pruefling(basis, id, grenze);
            if (zweiterMandant != null) {
                pruefling = pruefling.mitZweitemMandanten(zweiterMandant);
            }
            return einreichen ? pruefling.mitEinreichung() : pruefling;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(befehl.commandLine(), e.getMessage(), e);
        }
    }

    private static void schreibe(Eintrag eintrag, Ausgabe ausgabe) {
        String regel = eintrag.regel().id();
        if (eintrag.ergebnis() instanceof Verletzt verletzt) {
            ausgabe.zeile(regel + ": verletzt");
            verletzt.verstoesse().forEach(v -> ausgabe.zeile("  " + v));
        } else if (eintrag.ergebnis() instanceof NichtPruefbar offen) {
            ausgabe.zeile(regel + ": nicht pruefbar, " + offen.grund() + " [" + offen.code() + "]");
        } else if (eintrag.ergebnis() instanceof NichtGeprueft ohne) {
            ausgabe.zeile(regel + ": nicht geprueft, " + ohne.grund() + " [" + ohne.code() + "]");
        } else {
            ausgabe.zeile(regel + ": erfuellt");
        }
    }
}
