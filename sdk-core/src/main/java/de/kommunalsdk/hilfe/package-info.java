/* SPDX-License-Identifier: EUPL-1.2 */
/** Help on the pages: the port and what it offers. Anyone may come in; a portal may answer from its own knowledge base. */
@NullMarked
package de.kommunalsdk.hilfe;

import org.jspecify.annotations.NullMarked;
