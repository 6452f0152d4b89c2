/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.net.URI;
import java.util.List;

/**
 * The own side: one service provider, registered at one account.
 *
 * @param entityId name; at BundID its host is part of what the key of each user is derived from, so it never changes
 * @param acs where answers arrive
 * @param signatur signs requests
 * @param entschluesselung opens answers; two during a change of certificates, of which the first is published
 * @param produktion whether test systems and test accounts are refused
 */
public record Dienstanbieter(
        String entityId, URI acs, Schluesselpaar signatur, List<Schluesselpaar> entschluesselung, boolean produktion) {

    public Dienstanbieter {
        entschluesselung = List.copyOf(entschluesselung);
    }
}
