/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code saml}. */
@Command(
        name = "saml",
        description = "Anmeldung mit BundID, Mein Unternehmenskonto und anderen Nutzerkonten.",
        subcommands = {SamlVerify.class, SamlMetadata.class})
final class SamlBefehl {}
