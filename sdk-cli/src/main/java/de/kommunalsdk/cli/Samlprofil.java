/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.Unternehmenskonto;
import java.util.Map;

/** The accounts as the command line names them. */
enum Samlprofil {
    bundid(BundId.profil()),
    muk(Unternehmenskonto.profil()),
    generic(AllgemeinesSaml.profil("SAML", "", Map.of(), BundId.niveaus()));

    private final Kontoprofil profil;

    Samlprofil(Kontoprofil profil) {
        this.profil = profil;
    }

    Kontoprofil profil() {
        return profil;
    }
}
