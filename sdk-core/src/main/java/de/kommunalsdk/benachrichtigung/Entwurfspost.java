/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.mandant.MandantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Port to the mail about drafts. An address belongs to one draft, is encrypted at rest and used for nothing else; it
 * ends with the draft, by submission, deletion or expiry. Thread-safe, blocking; each method is one transaction.
 */
public interface Entwurfspost {

    /** Kind of the job that mails a resume code. */
    String ART_CODE = "entwurf-code";

    /** Kind of the job that reminds of the expiry. */
    String ART_ERINNERUNG = "entwurf-erinnerung";

    /**
     * Keeps the address for this draft and puts the mail with its resume code into the outbox. The same code goes to the
     * same address once, however often this is called.
     *
     * @param code the draft's resume code, as it was given
     * @param vorlauf how long before its expiry the draft is reminded of
     * @return false when this is not the draft's code, or not any more; then nothing was kept or sent
     */
    boolean sendeCode(
            MandantId mandant, AntragId antrag, String code, Nachricht nachricht, Locale sprache, Duration vorlauf);

    /** The address that was given for a draft. */
    Optional<Mailadresse> adresse(MandantId mandant, AntragId antrag);

    /** Forgets the address of a draft with all that was not sent to it. */
    void vergiss(MandantId mandant, AntragId antrag);

    /**
     * Reminds of all drafts that expire soon, once for each day of expiry.
     *
     * @return how many mails were put into the outbox
     */
    int erinnere(Erinnerung erinnerung);

    /** Makes the text of a reminder. */
    interface Erinnerung {

        /**
         * The mail; empty when nothing is to be sent.
         *
         * @param code a new resume code, when the draft has none
         */
        Optional<Nachricht> baue(Entwurf entwurf, Mailadresse adresse, Locale sprache, Optional<String> code);
    }
}
