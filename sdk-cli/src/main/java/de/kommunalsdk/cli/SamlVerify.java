/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.saml.Antwortdiagnose;
import de.kommunalsdk.saml.Antwortdiagnose.Auftrag;
import de.kommunalsdk.saml.Antwortdiagnose.Befund;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code saml verify}: whether the answer of an account in a file would be accepted, and if not why. */
@Command(
        name = "verify",
        description = {
            "Prueft die Antwort eines Nutzerkontos wie das Portal und schreibt das Ergebnis als JSON.",
            "Eine angenommene Antwort steht mit ihren personenbezogenen Daten in der Ausgabe.",
            "Exit code 1: die Antwort ist abgelehnt."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SamlVerify implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(paramLabel = "FILE", description = "Die Antwort: XML oder das Base64 des Formularfelds SAMLResponse.")
    private Path datei;

    @Option(names = "--idp-metadata", required = true, paramLabel = "FILE", description = "Metadaten des Nutzerkontos.")
    private Path idp;

    @Mixin
    private Portaloptionen portal;

    @Option(
            names = "--in-response-to",
            paramLabel = "ID",
            description = "ID der Anfrage. Ohne sie muss die Antwort eine nennen, verglichen wird sie nicht.")
    private @Nullable String anfrage;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Zeitpunkt, etwa 2026-11-23T10:02:46Z. Vorgabe: jetzt.")
    private @Nullable Instant zeit;

    @Override
    public Integer call() {
        Auftrag auftrag = new Auftrag(
                Eingabe.lies(idp),
                portal.schluesselpaar(),
                portal.entityId(),
                portal.acs(),
                Optional.ofNullable(anfrage),
                zeit == null ? Clock.systemUTC().instant() : zeit,
                portal.profil().profil());
        Befund befund = Antwortdiagnose.pruefe(auftrag, Eingabe.lies(datei));
        new Ausgabe(befehl).zeile(befund.json());
        return befund.angenommen() ? Kommandozeile.OK : Kommandozeile.BEFUNDE;
    }
}
