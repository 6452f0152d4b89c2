/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What a portal writes to have itself checked. */
class KonformitaetMusterportalTest extends PortalConformance {

    private static Musterportal portal;

    @BeforeAll
    static void start() throws Exception {
        portal = Musterportal.starte();
    }

    @AfterAll
    static void stop() throws Exception {
        portal.close();
    }

    @Override
    protected Pruefling pruefling() {
        return Pruefling.von(portal.basis() + "/", "hund-anmelden")
                .mitEinreichung()
                .mitRegister(Musterportal.MELDEREGISTER)
                .mitDatenabfrage(Musterportal.GEBUEHRENRECHNER)
                .mitZweitemMandanten(portal.nachbar() + "/")
                .mitKonto(Musterportal.probekonto(portal.basis()));
    }
}
