/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of account speaks SAML: what it must sign and encrypt, its words for levels, and how its attributes are
 * understood. Data, so that a further account is one more value and no more code in the verifier.
 *
 * @param assertionSigniert whether the assertion itself must be signed; otherwise a signed answer will do as well
 * @param verschluesselt whether the assertion must be encrypted
 * @param neueAnmeldung whether each login is made anew (ForceAuthn), so that an older session at the account is refused
 * @param pss whether requests are signed with RSA-PSS; otherwise with RSA of PKCS#1. An EC key signs with ECDSA anyway
 * @param nameIdFormat URN that the request asks for; empty: none
 * @param klassen the class that a request names for a level; empty: the account does not negotiate levels
 * @param testsysteme entityIDs that are refused in production
 * @param abbildung how it is understood
 */
public record Kontoprofil(
        boolean assertionSigniert,
        boolean verschluesselt,
        boolean neueAnmeldung,
        boolean pss,
        String nameIdFormat,
        Map<Vertrauensniveau, String> klassen,
        Set<String> testsysteme,
        Abbildung abbildung) {

    public Kontoprofil {
        klassen = Map.copyOf(klassen);
        testsysteme = Set.copyOf(testsysteme);
    }

    /** The words of an account in those of the SDK. Pure; thread-safe. */
    public interface Abbildung {

        /**
         * The level of the login; {@code OHNE} when the account says nothing about it, which will do only where no level
         * was asked for.
         *
         * @throws de.kommunalsdk.error.InvalidInput {@link SamlFehler#ANMELDEART} when the account names none that is
         *     known, {@link SamlFehler#NIVEAU_WIDERSPRUCH} when it names two
         */
        Vertrauensniveau niveau(Aussage aussage);

        /** The user with the attributes that are known; others are left out. */
        Kontoanmeldung anmeldung(Aussage aussage, Vertrauensniveau niveau);

        /** Whether this is an account for tests. */
        default boolean istTestkonto(Aussage aussage) {
            return false;
        }
    }
}
