/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Port to the store of drafts and Antraege. Thread-safe; each method blocks and is one transaction. Every method takes
 * the Mandant, and nothing of another Mandant is ever seen. A dead database gives {@code ServiceUnavailable}.
 */
public interface AntragStore {

    /** Begins a draft that expires after {@code lebensdauer}. */
    Entwurf anlegen(MandantId mandant, DienstRef dienst, byte[] inhalt, Duration lebensdauer);

    /** The draft, or empty when there is none or it has expired. */
    Optional<Entwurf> entwurf(MandantId mandant, AntragId id);

    /** Writes new content over {@code gelesen}, if nobody wrote since it was read. */
    Speicherergebnis speichern(Entwurf gelesen, byte[] inhalt);

    /**
     * Writes a draft over in another version of its Dienst, if nobody wrote since it was read; one statement, so it is
     * either as it was or all in the new version.
     */
    Speicherergebnis umstellen(Entwurf gelesen, DienstRef dienst, byte[] inhalt);

    /** Deletes a draft with its attachments and its resume code. Deleting what is gone is no error. */
    void loeschen(MandantId mandant, AntragId id);

    /**
     * Makes a one-time resume code for a draft and forgets an earlier one. Only a keyed hash of the code is stored.
     *
     * <p>Without such a draft (submitted, deleted or expired meanwhile) this is {@code InvalidInput} OZG-STORE-0007.
     *
     * @return the code: 16 characters in groups of four ({@code ABCD-EFGH-JKLM-NPQR}), without look-alikes
     */
    String fortsetzungscode(MandantId mandant, AntragId id);

    /** Whether a text is the resume code that a draft has now; one that was redeemed is none. */
    boolean istFortsetzungscode(MandantId mandant, AntragId id, String code);

    /**
     * Redeems a resume code: it works once. Who redeemed it may do so again within 15 minutes, for the answer may have been
     * lost on its way. Accepts lower case, blanks and missing hyphens.
     *
     * @param browser who redeems: a text that nobody else has; only a keyed hash of it is stored
     */
    Optional<Entwurf> fortsetzen(MandantId mandant, DienstRef dienst, String code, String browser);

    /** Ends the quarter of an hour in which a code that was redeemed can be said again. */
    void beendeFortsetzung(MandantId mandant, AntragId id);

    /**
     * Binds a draft to an account, unless it belongs to another one. Only a keyed hash of {@code konto}, the account's
     * stable key, is stored.
     */
    Kontobindung binde(MandantId mandant, AntragId id, String konto);

    /** Whether the draft or Antrag belongs to an account at all. */
    boolean istGebunden(MandantId mandant, AntragId id);

    /** Whether the draft or Antrag belongs to the account. */
    boolean gehoert(MandantId mandant, AntragId id, String konto);

    /** The drafts of an account, the one with the longest life first. */
    List<Entwurf> entwuerfe(MandantId mandant, String konto, int hoechstens);

    /**
     * Freezes an Antrag in one transaction: canonical bytes and SHA-256, receipt time, Vorgangsnummer, outbox rows,
     * audit entry; the draft's working content is gone afterwards. From here on nothing can be lost.
     *
     * <p>An attachment that the virus scan has not let through is {@code InvalidInput} OZG-BLOB-0004; then nothing was frozen.
     */
    Einreichungsergebnis einreichen(Einreichung einreichung);

    /** The Antraege of an account after their freeze, the newest first. */
    List<Antrag> antraege(MandantId mandant, String konto, int hoechstens);

    /** The Antrag, in any state after the freeze. */
    Optional<Antrag> antrag(MandantId mandant, AntragId id);

    /** Moves an Antrag, if the table of allowed moves has it; true when it stands at {@code ziel} afterwards. */
    boolean wechsle(MandantId mandant, AntragId id, Antragsstatus ziel);
}
