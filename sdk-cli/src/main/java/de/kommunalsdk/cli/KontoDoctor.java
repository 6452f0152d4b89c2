/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.http.HttpZiel;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Dienstpruefung;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenabruf;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.SamlKonto;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code konto doctor}: what is wrong with an account as it is configured, before anybody logs in. */
@Command(
        name = "doctor",
        description = {
            "Untersucht ein Nutzerkonto, wie es eingerichtet ist: Namen, Adressen, Schluessel, Zertifikate, Metadaten, Uhr.",
            "Exit code 1: mindestens ein Fehler; Warnungen und Hinweise allein geben 0."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KontoDoctor implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Portaloptionen portal;

    @ArgGroup(exclusive = false)
    private @Nullable Entschluesselungspaar entschluesselung;

    @Option(
            names = "--idp-metadata",
            required = true,
            paramLabel = "FILE|URL",
            description = "Metadaten des Nutzerkontos; von einer Adresse wird auch die Uhr verglichen.")
    private String idp;

    @Option(
            names = "--idp-entity-id",
            paramLabel = "URL",
            description = "entityID, die die Metadaten nennen muessen. Vorgabe: die sie nennen.")
    private @Nullable String idpEntityId;

    @Option(names = "--production", description = "Im Betrieb: Testsysteme sind ein Fehler.")
    private boolean produktion;

    @Option(
            names = "--portal",
            paramLabel = "URL",
            description = "Oeffentliche Adresse des Portals; mehrfach fuer mehrere Mandanten.")
    private List<URI> portale = List.of();

    @Option(
            names = "--previous-entity-id",
            paramLabel = "URL",
            description = "entityID, unter der sich schon jemand angemeldet hat.")
    private @Nullable String frueher;

    @Option(names = "--display-name", paramLabel = "NAME", description = "Wer fragt, wie die BundID es anzeigt.")
    private @Nullable String anzeigename;

    @Option(names = "--online-service-id", paramLabel = "ID", description = "OnlineServiceId der BundID (BMI-...).")
    private @Nullable String onlineServiceId;

    @Option(names = "--back-url", paramLabel = "URL", description = "BackURL der BundID, wenn das Portal eine nennt.")
    private @Nullable URI zurueck;

    @Option(names = "--at", paramLabel = "INSTANT", description = "Untersucht fuer diesen Zeitpunkt. Vorgabe: jetzt.")
    private @Nullable Instant zeit;

    @Option(names = "--json", description = "Alles in einer Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Clock uhr = zeit == null ? Clock.systemUTC() : Clock.fixed(zeit, ZoneOffset.UTC);
        Dienstanbieter dienst = portal.dienst(entschluesselung, produktion);
        Optional<SamlKonto.Antragsdienst> antragsdienst = portal.profil() == Samlprofil.bundid
                ? Optional.of(new SamlKonto.Antragsdienst(oderLeer(anzeigename), oderLeer(onlineServiceId), false))
                : Optional.empty();
        Kontozustand zustand;
        try (HttpClients clients = HttpClients.builder().baue()) {
            zustand = new SamlKonto(
                            new Kontoangaben(portal.profil().name(), "", false, Vertrauensniveau.HOCH),
                            dienst,
                            portal.profil().profil(),
                            quelle(abruf(clients), uhr),
                            antragsdienst,
                            uhr)
                    .zustand()
                    .an(portale);
        }
        List<Problem> befunde = new ArrayList<>(zustand.befunde());
        Dienstpruefung.pruefeName(dienst, Optional.ofNullable(frueher)).stream()
                .filter(p -> !befunde.contains(p))
                .forEach(befunde::add);
        Optional.ofNullable(zurueck)
                .flatMap(adresse -> Dienstpruefung.pruefeZurueck(dienst, adresse))
                .ifPresent(befunde::add);
        return Kontobefunde.schreibe(befehl, portal.profil().name(), befunde, zustand.zertifikatBis(), json);
    }

    private static String oderLeer(@Nullable String text) {
        return text == null ? "" : text;
    }

    private boolean istAdresse() {
        return idp.startsWith("https:") || idp.startsWith("http:");
    }

    private Supplier<byte[]> abruf(HttpClients clients) {
        if (istAdresse()) {
            URI adresse = URI.create(idp);
            HttpZiel ziel = HttpZiel.von("metadaten", adresse.resolve("/")).mitKlartextAufLoopback();
            return new Metadatenabruf(clients.zugang(ziel), adresse, Clock.systemUTC());
        }
        byte[] datei = Eingabe.lies(Path.of(idp)); // now: a wrong path is no finding
        return () -> datei;
    }

    /** Without a name that is expected, the one that they say. */
    private Metadatenquelle quelle(Supplier<byte[]> abruf, Clock uhr) {
        return new Metadatenquelle() {
            @Override
            public IdpMetadaten aktuell() {
                byte[] xml = abruf.get();
                String name = idpEntityId == null ? IdpMetadaten.genannteEntityId(xml) : idpEntityId;
                return IdpMetadaten.lies(xml, name, List.of(), uhr.instant());
            }

            @Override
            public Stand stand() {
                return abruf instanceof Metadatenabruf adresse
                        ? new Stand(Optional.empty(), adresse.uhrabweichung(), Optional.empty())
                        : Stand.UNBEKANNT;
            }
        };
    }
}
