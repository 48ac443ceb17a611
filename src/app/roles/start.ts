/**
 * `./bellwether start`: one process with the roles asked for. The page answers
 * first; what watches and judges is loaded behind it.
 */
