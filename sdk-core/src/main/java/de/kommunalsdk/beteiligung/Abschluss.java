/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.benachrichtigung.Nachricht;
import java.util.List;

/** What follows a decision. Called inside its transaction, perhaps more than once: pure, without side effects. */
public interface Abschluss {

    /** What is frozen; asked for when everybody agreed. {@code fertig} still has its content. */
    Einreichung einreichung(Weitergabe fertig);

    /** Who is told. {@code danach} still has its content. */
    List<Nachricht> nachrichten(Weitergabe danach);
}
