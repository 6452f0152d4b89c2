/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.anmeldung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.Optional;

/**
 * Port: keeps what a login leaves with an Antrag, encrypted; erased with the draft or Antrag. The mailbox reads its part by
 * {@code postfach.Postfachadressen}. Thread-safe.
 */
public interface Anmeldenachweise {

    /** The longest report, in bytes. */
    int HOECHSTENS = 64 * 1024;

    /** Keeps it instead of an earlier one; for a draft that is gone nothing is kept. */
    void merke(MandantId mandant, AntragId antrag, Anmeldenachweis nachweis);

    /** The report for the Fachverfahren. */
    Optional<byte[]> bericht(MandantId mandant, AntragId antrag);
}
