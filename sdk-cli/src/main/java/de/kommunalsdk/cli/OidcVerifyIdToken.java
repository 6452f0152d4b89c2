/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.oidc.IdTokendiagnose;
import de.kommunalsdk.oidc.IdTokendiagnose.Auftrag;
import de.kommunalsdk.oidc.IdTokendiagnose.Befund;
import de.kommunalsdk.oidc.OidcKlient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oidc verify-id-token}: whether the ID token in a file would be accepted, and if not why. */
@Command(
        name = "verify-id-token",
        description = {
            "Prueft ein ID-Token wie das Portal und schreibt das Ergebnis als JSON.",
            "Ein angenommenes Token steht mit seinen personenbezogenen Daten in der Ausgabe.",
            "Exit code 1: das Token ist abgelehnt."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OidcVerifyIdToken implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(paramLabel = "FILE", description = "Das ID-Token, drei Teile mit Punkten.")
    private Path datei;

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "URL",
            description = "Aussteller, wie ihn das Konto nennt.")
    private String aussteller;

    @Option(names = "--client-id", required = true, paramLabel = "ID", description = "client_id des Portals.")
    private String klient;

    @Option(names = "--jwks", required = true, paramLabel = "FILE", description = "Schluessel des Kontos (JWK Set).")
    private Path jwks;

    @Option(
            names = "--nonce",
            paramLabel = "NONCE",
            description = "Nonce der Anfrage. Ohne sie wird sie nicht verglichen.")
    private @Nullable String nonce;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Zeitpunkt, etwa 2026-11-23T10:02:46Z. Vorgabe: jetzt.")
    private @Nullable Instant zeit;

    @Option(
            names = "--acr",
            paramLabel = "ACR",
            description =
                    "Verlangtes Niveau im Wort des Kontos: dasselbe muss im Token stehen, oder eines, das hoeher ist.")
    private @Nullable String acr;

    @Override
    public Integer call() {
        Befund befund = IdTokendiagnose.pruefe(
                new Auftrag(
                        aussteller,
                        klient,
                        Eingabe.lies(jwks),
                        Optional.ofNullable(nonce),
                        zeit == null ? Clock.systemUTC().instant() : zeit,
                        Optional.ofNullable(acr),
                        OidcKlient.ALLE_VERFAHREN),
                Eingabe.lies(datei));
        new Ausgabe(befehl).zeile(befund.json());
        return befund.angenommen() ? Kommandozeile.OK : Kommandozeile.BEFUNDE;
    }
}
