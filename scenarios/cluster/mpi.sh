#!/bin/sh
# One run on many nodes of a queue (Slurm) that do it together: one rank for each node, with a thread for each core.
#
#   ./setup mpi
#   sbatch --nodes=16 scenarios/cluster/mpi.sh scenarios/today.yaml results/today
#
# Submit it in the folder of the clone. A job that was stopped goes on where it was when it is submitted again, also with
# other nodes. Words behind the folder are flags of the run: --replicates 100.
#SBATCH --ntasks-per-node=1
#SBATCH --exclusive
#SBATCH --time=01:00:00
set -eu
scenario=$1 folder=$2
shift 2
exec mpirun --map-by ppr:1:node --bind-to none \
  build/mpi/graduasi run "$scenario" --resume --progress never --output "$folder" "$@"
