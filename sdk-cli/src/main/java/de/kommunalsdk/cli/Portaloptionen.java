/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the portal is registered at an account: the options that the commands about accounts share. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Portaloptionen {

    @Option(names = "--entity-id", required = true, paramLabel = "URL", description = "entityID: https, ohne Port.")
    private String entityId;

    @Option(names = "--acs", required = true, paramLabel = "URL", description = "Adresse fuer Antworten.")
    private URI acs;

    @Option(names = "--sp-key", required = true, paramLabel = "FILE", description = "Schluessel des Portals (PEM).")
    private Path schluessel;

    @Option(names = "--sp-cert", required = true, paramLabel = "FILE", description = "Zertifikat dazu (PEM).")
    private Path zertifikat;

    @Option(
            names = "--profile",
            paramLabel = "PROFIL",
            defaultValue = "bundid",
            description = "Art des Nutzerkontos: ${COMPLETION-CANDIDATES}. Vorgabe: ${DEFAULT-VALUE}.")
    private Samlprofil profil;

    String entityId() {
        return entityId;
    }

    URI acs() {
        return acs;
    }

    Samlprofil profil() {
        return profil;
    }

    Schluesselpaar schluesselpaar() {
        return Schluesselpaar.ausPem(schluessel, zertifikat);
    }

    /** With a pair of its own for what is encrypted, if there is one. */
    Dienstanbieter dienst(@Nullable Entschluesselungspaar eigenes, boolean produktion) {
        Schluesselpaar signatur = schluesselpaar();
        return new Dienstanbieter(
                entityId, acs, signatur, List.of(eigenes == null ? signatur : eigenes.lies()), produktion);
    }
}
