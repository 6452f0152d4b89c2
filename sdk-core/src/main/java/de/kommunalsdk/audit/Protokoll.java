/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.audit;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port to the audit trail. Append-only, without content, thread-safe. */
public interface Protokoll {

    /** Appends an entry; the time is the store's clock. */
    void schreibe(MandantId mandant, @Nullable AntragId antrag, String ereignis, String handelnder);

    /** The entries of one Antrag, oldest first. */
    List<Eintrag> eintraege(MandantId mandant, AntragId antrag);

    /**
     * One entry.
     *
     * @param ereignis a word of a fixed list, for example {@code EINGEREICHT}
     * @param handelnder {@code buerger}, {@code system} or the login name of a clerk
     */
    record Eintrag(Instant zeit, MandantId mandant, @Nullable AntragId antrag, String ereignis, String handelnder) {}
}
