/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Dienstpruefung;
import de.kommunalsdk.saml.SpMetadaten;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code saml metadata}: the portal's own metadata, to be handed in where the account is registered. */
@Command(
        name = "metadata",
        description = {
            "Schreibt die Metadaten des Portals nach den Regeln der BundID.",
            "Exit code 1: eine Angabe ist nicht erlaubt; dann wird nichts geschrieben."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SamlMetadata implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Portaloptionen portal;

    @ArgGroup(exclusive = false)
    private @Nullable Entschluesselungspaar entschluesselung;

    @Option(names = "--organisation", required = true, paramLabel = "NAME", description = "Name der Kommune.")
    private String organisation;

    @Option(names = "--display-name", required = true, paramLabel = "NAME", description = "Name des Portals.")
    private String anzeigename;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Adresse der Kommune.")
    private URI adresse;

    @Option(names = "--contact-name", required = true, paramLabel = "NAME", description = "Technische Ansprechstelle.")
    private String name;

    @Option(names = "--contact-mail", required = true, paramLabel = "MAIL", description = "Ihre Mailadresse.")
    private String mail;

    @Override
    public Integer call() {
        Dienstanbieter dienst = portal.dienst(entschluesselung, true);
        Instant jetzt = Clock.systemUTC().instant();
        Ausgabe ausgabe = new Ausgabe(befehl);
        List<Problem> probleme = Dienstpruefung.pruefe(dienst, Optional.empty(), jetzt);
        probleme.forEach(ausgabe::diagnose);
        if (probleme.stream().anyMatch(Problem::istFehler)) {
            return Kommandozeile.BEFUNDE;
        }
        byte[] xml = new SpMetadaten(organisation, anzeigename, adresse, name, mail)
                .schreibe(dienst, portal.profil().profil(), jetzt);
        ausgabe.roh(new String(xml, StandardCharsets.UTF_8));
        return Kommandozeile.OK;
    }
}
