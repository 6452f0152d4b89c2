/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.testkit.konformitaet.PortalConformance;
import de.kommunalsdk.testkit.konformitaet.Pruefling;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

// region: konformitaet
/** The conformance kit on this portal: all that a portal writes to have it in its CI. */
class KonformitaetIT extends PortalConformance {

    private static Musterstadt portal;

    @BeforeAll
    static void start() throws Exception {
        portal = Musterstadt.starte(
                new Einstellungen(0, Path.of("target/konformitaet/daten"), Optional.empty(), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Override
    protected Pruefling pruefling() {
        return Pruefling.von(portal.adresse() + "/ozg", "hund-anmelden").mitEinreichung();
    }
}
// endregion
