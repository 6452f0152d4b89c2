/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.oidc.Anbieterabruf;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.Anbieterpruefung;
import de.kommunalsdk.oidc.Anbieterstand;
import de.kommunalsdk.oidc.Klientpruefung;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.servicekonto.Kontozustand;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code konto doctor-oidc}: the same for an account that speaks OpenID Connect. */
@Command(
        name = "doctor-oidc",
        description = {
            "Untersucht ein Nutzerkonto mit OpenID Connect: Aussteller, Adressen, Schluessel, Discovery, Uhr.",
            "Exit code 1: mindestens ein Fehler; Warnungen und Hinweise allein geben 0."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OidcDoctor implements Callable<Integer> {

    /** The pair that the portal signs with: both options or none. */
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    private static final class Klientpaar {

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "Schluessel des Portals (PEM).")
        private Path schluessel;

        @Option(names = "--cert", required = true, paramLabel = "FILE", description = "Zertifikat dazu (PEM).")
        private Path zertifikat;
    }

    /** What the account publishes, from files: both options or none. */
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    private static final class Dateien {

        @Option(
                names = "--discovery",
                required = true,
                paramLabel = "FILE",
                description = "Discovery aus einer Datei, statt das Konto zu fragen.")
        private Path discovery;

        @Option(names = "--jwks", required = true, paramLabel = "FILE", description = "Schluessel dazu (JWK Set).")
        private Path jwks;
    }

    @Spec
    private CommandSpec befehl;

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "URL",
            description = "Aussteller, wie ihn das Konto nennt.")
    private String aussteller;

    @Option(names = "--client-id", required = true, paramLabel = "ID", description = "client_id des Portals.")
    private String klientId;

    @Option(names = "--redirect-uri", required = true, paramLabel = "URL", description = "Adresse fuer Antworten.")
    private URI rueckkehr;

    @Option(
            names = "--post-logout-redirect-uri",
            paramLabel = "URL",
            description = "Adresse nach einer Abmeldung, wenn eine eingerichtet ist.")
    private @Nullable URI danach;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "Weiterer Rechner, auf dem Adressen des Kontos liegen duerfen; mehrfach.")
    private List<URI> weitere = List.of();

    @ArgGroup(exclusive = false)
    private @Nullable Klientpaar paar;

    @ArgGroup(exclusive = false)
    private @Nullable Dateien dateien;

    @Option(
            names = "--portal",
            paramLabel = "URL",
            description = "Oeffentliche Adresse des Portals; mehrfach fuer mehrere Mandanten.")
    private List<URI> portale = List.of();

    @Option(names = "--at", paramLabel = "INSTANT", description = "Untersucht fuer diesen Zeitpunkt. Vorgabe: jetzt.")
    private @Nullable Instant zeit;

    @Option(names = "--json", description = "Alles in einer Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<Schluesselpaar> eigenes =
                Optional.ofNullable(paar).map(p -> Schluesselpaar.ausPem(p.schluessel, p.zertifikat));
        OidcKlient ohneAbmeldung = eigenes.map(p -> OidcKlient.mitSchluessel(klientId, rueckkehr, p))
                .orElseGet(() -> OidcKlient.mitGeheimnis(klientId, rueckkehr, () -> new char[0]));
        OidcKlient klient = danach == null ? ohneAbmeldung : ohneAbmeldung.mitAbmeldung(danach);
        OidcAnbieter anbieter = new OidcAnbieter(aussteller, weitere);
        Instant jetzt = zeit == null ? Clock.systemUTC().instant() : zeit;
        List<Problem> eigene = Klientpruefung.pruefe(klient, anbieter, jetzt);
        boolean fragbar = eigene.stream().noneMatch(p -> p.code() == OidcFehler.KLIENT_AUSSTELLER);
        Kontozustand zustand = new Kontozustand(
                        true,
                        Optional.of(rueckkehr),
                        eigene,
                        fragbar ? gegenseite(anbieter, klient) : List.of(),
                        Optional.empty(),
                        eigenes.map(p -> p.zertifikat().getNotAfter().toInstant()))
                .an(portale);
        return Kontobefunde.schreibe(befehl, aussteller, zustand.befunde(), zustand.zertifikatBis(), json);
    }

    private List<Problem> gegenseite(OidcAnbieter anbieter, OidcKlient klient) {
        byte[] discovery = dateien == null ? null : Eingabe.lies(dateien.discovery); // a wrong path is no finding
        byte[] jwks = dateien == null ? null : Eingabe.lies(dateien.jwks);
        try (HttpClients clients = HttpClients.builder().baue()) {
            if (discovery != null && jwks != null) {
                Anbieterstand stand =
                        new Anbieterstand(Anbieterdaten.lies(discovery, anbieter), Schluesselsatz.lies(jwks));
                return Anbieterpruefung.pruefe(stand, klient, Optional.empty());
            }
            Anbieterabruf abruf =
                    new Anbieterabruf(clients.zugang(anbieter.ziel("konto")), anbieter, Clock.systemUTC());
            Anbieterstand stand = abruf.get();
            return Anbieterpruefung.pruefe(stand, klient, abruf.uhrabweichung());
        } catch (OzgException e) {
            return List.of(Problem.fehler(
                    e.fehlercode(), Fundstelle.in("Discovery und Schlüssel"), String.valueOf(e.getMessage())));
        }
    }
}
