/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.util.List;

/** One rule of a standard that XML Schema cannot say. Stateless; asked only about messages that agree with their schema. */
public interface Fachregel {

    /** The id of the rule in the standard. */
    String id();

    /** What the rule demands, in one German sentence without values. */
    String meldung();

    /** The elements at which a message breaks the rule; empty when it keeps it. */
    List<Nachrichtenelement> verstoesse(Nachrichtenelement wurzel);
}
