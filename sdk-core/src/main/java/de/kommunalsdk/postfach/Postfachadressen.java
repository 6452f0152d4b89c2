/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.postfach;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.Optional;

/** Port: where messages about an Antrag go. Kept encrypted with the Antrag, and erased with it. Thread-safe. */
@FunctionalInterface
public interface Postfachadressen {

    /** The mailbox of who applied; empty without a login, and when the account has none. */
    Optional<Postfachadresse> zu(MandantId mandant, AntragId antrag);
}
