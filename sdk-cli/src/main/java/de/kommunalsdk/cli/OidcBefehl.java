/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code oidc}. */
@Command(
        name = "oidc",
        description = "Anmeldung mit Nutzerkonten, die OpenID Connect sprechen.",
        subcommands = {OidcVerifyIdToken.class})
final class OidcBefehl {}
