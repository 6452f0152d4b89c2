/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.saml.Schluesselpaar;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A pair of its own for what is encrypted: both options or none. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Entschluesselungspaar {

    @Option(
            names = "--encryption-key",
            required = true,
            paramLabel = "FILE",
            description = "Schluessel zur Entschluesselung, wenn es ein anderer ist.")
    private Path schluessel;

    @Option(names = "--encryption-cert", required = true, paramLabel = "FILE", description = "Zertifikat dazu.")
    private Path zertifikat;

    Schluesselpaar lies() {
        return Schluesselpaar.ausPem(schluessel, zertifikat);
    }
}
