/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.mandant.MandantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Port to the rounds of consent. Thread-safe; each method blocks and is one transaction, shared by all nodes. Nothing of
 * another Mandant is ever seen. Functions that are handed in run inside the transaction, perhaps more than once.
 *
 * <p>Writing the draft ({@code AntragStore.speichern}) takes a running round back in the same transaction: nobody agrees to
 * answers that are not there any more.
 */
public interface Beteiligungen {

    /**
     * Begins a round and keeps the draft for its whole life beyond the end of the round.
     *
     * @return false when the draft was changed or is gone, or a round is running; then nothing was written
     */
    boolean beginne(Weitergabebeginn neu);

    /** The latest round of a draft or Antrag. */
    Optional<Weitergabe> weitergabe(MandantId mandant, AntragId antrag);

    /** The part of the person who holds a link, in any state. */
    Optional<Beteiligung> finde(MandantId mandant, String link);

    Optional<Beteiligung> beteiligung(MandantId mandant, BeteiligungId id);

    /** The people of all rounds of a draft or Antrag. */
    List<Beteiligung> alle(MandantId mandant, AntragId antrag);

    /**
     * Redeems a link: it works once. Who redeemed it may do so again within 15 minutes, for the answer may have been lost.
     *
     * @param browser who redeems: a text that nobody else has; only a keyed hash of it is stored
     */
    boolean oeffne(MandantId mandant, String link, String browser);

    /** Writes the person's own answers over {@code gelesen}, if nobody wrote since it was read and the round goes on. */
    boolean speichere(Beteiligung gelesen, byte[] inhalt);

    /**
     * Decides. With the last consent the Antrag is frozen in the same transaction. A refusal ends the round, and with it the
     * consents of the others.
     */
    Entscheidungsergebnis entscheide(Beteiligung gelesen, Entscheidung entscheidung, Abschluss abschluss);

    /** Takes a running round back; false when none is running. */
    boolean zieheZurueck(MandantId mandant, AntragId antrag, Function<Weitergabe, List<Nachricht>> nachrichten);

    /**
     * Replaces the link of a person who has not decided; the earlier link and whoever opened it are shut out.
     *
     * @return false when there is nothing to decide any more
     */
    boolean erneuere(Beteiligung gelesen, String link, List<Nachricht> nachrichten);

    /** Running rounds whose reminder or end is due, the oldest first, of all Mandanten. */
    List<Weitergabe> faellige(int hoechstens);

    /**
     * Reminds once in a round. The new links replace those that were not redeemed; who opened theirs stays in.
     *
     * @return false when another node was faster or the round is over
     */
    boolean erinnere(Weitergabe gelesen, Map<BeteiligungId, String> links, List<Nachricht> nachrichten);

    /** Ends a round whose time is over; false when another node was faster or it is not over. */
    boolean lasseAblaufen(Weitergabe gelesen, Function<Weitergabe, List<Nachricht>> nachrichten);
}
